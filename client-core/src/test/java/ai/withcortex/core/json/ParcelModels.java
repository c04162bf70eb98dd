package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives Moshi the adapters of these models, as the generated factories do. */
final class ParcelModels implements JsonAdapter.Factory {
  static final JsonAdapter<Parcel> PARCEL = moshi().adapter(Parcel.class);

  static Moshi moshi() {
    return new Moshi.Builder().add(new ParcelModels()).build();
  }

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (type == Parcel.class) {
      return new ParcelJsonAdapter(moshi);
    }
    if (type == ParcelSize.class) {
      return new OpenEnumJsonAdapter<>("ParcelSize", ParcelSize::of);
    }
    if (type == Pickup.class) {
      return new Pickup.Adapter();
    }
    if (type == Stop.class) {
      return new UnionJsonAdapter<>(Stop.UNION, moshi);
    }
    if (type == Transfer.class) {
      return new Transfer.Adapter(moshi);
    }
    if (type == UnknownStop.class) {
      return new UnknownStop.Adapter();
    }
    return null;
  }

  private ParcelModels() {}
}
