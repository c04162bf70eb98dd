package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variant of {@link Stop} that keeps what no label is known for, and its adapter. */
record UnknownStop(
    String type, String id, JsonValue json, Map<String, JsonValue> additionalProperties)
    implements Stop {
  static final class Builder {
    @Nullable String type;
    @Nullable String id;
    @Nullable JsonValue json;
  }

  /** Reads and writes {@link UnknownStop}. */
  static final class Adapter extends UnknownVariantJsonAdapter<UnknownStop, Builder> {
    private static final ModelProperties PROPERTIES =
        ModelProperties.of("UnknownStop")
            .required("type", JsonValue.Kind.STRING)
            .required("id", JsonValue.Kind.STRING)
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
        case 0 -> builder.type = reader.read(JsonAdapters.STRING);
        case 1 -> builder.id = reader.read(JsonAdapters.STRING);
        default -> throw new AssertionError(property);
      }
    }

    @Override
    protected UnknownStop build(Builder builder, Map<String, JsonValue> additionalProperties) {
      return new UnknownStop(
          requireNonNull(builder.type),
          requireNonNull(builder.id),
          requireNonNull(builder.json),
          additionalProperties);
    }

    @Override
    protected Map<String, JsonValue> additionalProperties(UnknownStop model) {
      return model.additionalProperties();
    }

    @Override
    protected void keep(Builder builder, JsonValue json) {
      builder.json = json;
    }

    @Override
    protected JsonValue json(UnknownStop model) {
      return model.json();
    }
  }
}
