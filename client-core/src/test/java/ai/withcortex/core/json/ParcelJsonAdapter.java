package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads and writes {@link Parcel}, as the generator writes adapters. */
final class ParcelJsonAdapter extends ModelJsonAdapter<Parcel, Parcel.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Parcel")
          .required("id", JsonValue.Kind.STRING)
          .requiredNullable("note", JsonValue.Kind.STRING)
          .required("weight", JsonValue.Kind.NUMBER)
          .required("content")
          .optional("carrier", JsonValue.Kind.STRING)
          .optionalNullable("signed_by", JsonValue.Kind.STRING)
          .optionalNullable("sent_at", JsonValue.Kind.STRING)
          .optional("insured", JsonValue.Kind.NUMBER)
          .optional("size", JsonValue.Kind.STRING)
          .optional("labels", JsonValue.Kind.ARRAY)
          .optional("free", JsonValue.Kind.OBJECT)
          .optional("parts", JsonValue.Kind.OBJECT)
          .optional("stops", JsonValue.Kind.ARRAY)
          .optional("pickup", JsonValue.Kind.OBJECT)
          .build();

  private final JsonAdapter<ParcelSize> sizeAdapter;
  private final JsonAdapter<List<String>> labelsAdapter;
  private final JsonAdapter<Map<String, JsonValue>> freeAdapter;
  private final JsonAdapter<Map<String, Parcel>> partsAdapter;
  private final JsonAdapter<List<Stop>> stopsAdapter;
  private final JsonAdapter<Pickup> pickupAdapter;

  ParcelJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    sizeAdapter = moshi.adapter(ParcelSize.class);
    labelsAdapter = JsonAdapters.list(JsonAdapters.STRING);
    freeAdapter = JsonAdapters.map(JsonAdapters.JSON_VALUE);
    partsAdapter = JsonAdapters.map(moshi.adapter(Parcel.class));
    stopsAdapter = JsonAdapters.list(moshi.adapter(Stop.class));
    pickupAdapter = moshi.adapter(Pickup.class);
  }

  @Override
  protected Parcel.Builder newBuilder() {
    return new Parcel.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Parcel.Builder builder) throws IOException {
    switch (property) {
      case 0 -> builder.id = reader.read(JsonAdapters.STRING);
      case 1 -> builder.note = reader.read(JsonAdapters.STRING);
      case 2 -> builder.weight = reader.read(JsonAdapters.LONG);
      case 3 -> builder.content = reader.read(JsonAdapters.JSON_VALUE);
      case 4 -> builder.carrier = reader.read(JsonAdapters.STRING);
      case 5 -> builder.signedBy = reader.read(JsonAdapters.STRING);
      case 6 -> builder.sentAt = reader.read(JsonAdapters.INSTANT);
      case 7 -> builder.insured = reader.read(JsonAdapters.INTEGER);
      case 8 -> builder.size = reader.read(sizeAdapter);
      case 9 -> builder.labels = reader.read(labelsAdapter);
      case 10 -> builder.free = reader.read(freeAdapter);
      case 11 -> builder.parts = reader.read(partsAdapter);
      case 12 -> builder.stops = reader.read(stopsAdapter);
      case 13 -> builder.pickup = reader.read(pickupAdapter);
      default -> throw new AssertionError(property);
    }
  }

  @Override
  protected Parcel build(Parcel.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.build(additionalProperties);
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Parcel model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Parcel model) throws IOException {
    writer.required("id", JsonAdapters.STRING, model.id());
    writer.required("note", JsonAdapters.STRING, model.note());
    writer.required("weight", JsonAdapters.LONG, model.weight());
    writer.required("content", JsonAdapters.JSON_VALUE, model.content());
    writer.optional("carrier", JsonAdapters.STRING, model.carrier());
    writer.optional("signed_by", JsonAdapters.STRING, model.signedBy());
    writer.optional("sent_at", JsonAdapters.INSTANT, model.sentAt());
    writer.optional("insured", JsonAdapters.INTEGER, model.insured());
    writer.optional("size", sizeAdapter, model.size());
    writer.optional("labels", labelsAdapter, model.labels());
    writer.optional("free", freeAdapter, model.free());
    writer.optional("parts", partsAdapter, model.parts());
    writer.optional("stops", stopsAdapter, model.stops());
    writer.optional("pickup", pickupAdapter, model.pickup());
  }
}
