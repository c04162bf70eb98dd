package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A variant of {@link Stop} with a model inside, and its adapter. */
record Transfer(String id, Parcel inside, Map<String, JsonValue> additionalProperties)
    implements Stop {
  @Override
  public String type() {
    return "transfer";
  }

  static final class Builder {
    @Nullable String id;
    @Nullable Parcel inside;
  }

  /** Reads and writes {@link Transfer}. */
  static final class Adapter extends ModelJsonAdapter<Transfer, Builder> {
    private static final ModelProperties PROPERTIES =
        ModelProperties.of("Transfer")
            .required("type", JsonValue.Kind.STRING)
            .required("id", JsonValue.Kind.STRING)
            .required("inside", JsonValue.Kind.OBJECT)
            .build();

    private final JsonAdapter<Parcel> insideAdapter;

    Adapter(Moshi moshi) {
      super(PROPERTIES);
      insideAdapter = moshi.adapter(Parcel.class);
    }

    @Override
    protected Builder newBuilder() {
      return new Builder();
    }

    @Override
    protected void read(int property, ModelReader reader, Builder builder) throws IOException {
      switch (property) {
        case 0 -> readLabel(reader, "transfer");
        case 1 -> builder.id = reader.read(JsonAdapters.STRING);
        case 2 -> builder.inside = reader.read(insideAdapter);
        default -> throw new AssertionError(property);
      }
    }

    @Override
    protected Transfer build(Builder builder, Map<String, JsonValue> additionalProperties) {
      return new Transfer(
          requireNonNull(builder.id), requireNonNull(builder.inside), additionalProperties);
    }

    @Override
    protected Map<String, JsonValue> additionalProperties(Transfer model) {
      return model.additionalProperties();
    }

    @Override
    protected void write(ModelWriter writer, Transfer model) throws IOException {
      writer.required("type", JsonAdapters.STRING, "transfer");
      writer.required("id", JsonAdapters.STRING, model.id());
      writer.required("inside", insideAdapter, model.inside());
    }
  }
}
