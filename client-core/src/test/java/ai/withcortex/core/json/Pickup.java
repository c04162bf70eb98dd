package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A variant of {@link Stop}, and its adapter. */
record Pickup(String id, Instant at, Map<String, JsonValue> additionalProperties) implements Stop {
  @Override
  public String type() {
    return "pickup";
  }

  static final class Builder {
    @Nullable String id;
    @Nullable Instant at;
  }

  /** Reads and writes {@link Pickup}. */
  static final class Adapter extends ModelJsonAdapter<Pickup, Builder> {
    private static final ModelProperties PROPERTIES =
        ModelProperties.of("Pickup")
            .required("type", JsonValue.Kind.STRING)
            .required("id", JsonValue.Kind.STRING)
            .required("at", JsonValue.Kind.STRING)
            .build();

    Adapter() {
      super(PROPERTIES);
    }

    @Override
    protected Builder newBuilder() {
      return new Builder();
    }

    @Override
    protected void read(int property, ModelReader reader, Builder builder) throws IOException {
      switch (property) {
        case 0 -> readLabel(reader, "pickup");
        case 1 -> builder.id = reader.read(JsonAdapters.STRING);
        case 2 -> builder.at = reader.read(JsonAdapters.INSTANT);
        default -> throw new AssertionError(property);
      }
    }

    @Override
    protected Pickup build(Builder builder, Map<String, JsonValue> additionalProperties) {
      return new Pickup(
          requireNonNull(builder.id), requireNonNull(builder.at), additionalProperties);
    }

    @Override
    protected Map<String, JsonValue> additionalProperties(Pickup model) {
      return model.additionalProperties();
    }

    @Override
    protected void write(ModelWriter writer, Pickup model) throws IOException {
      writer.required("type", JsonAdapters.STRING, "pickup");
      writer.required("id", JsonAdapters.STRING, model.id());
      writer.required("at", JsonAdapters.INSTANT, model.at());
    }
  }
}
