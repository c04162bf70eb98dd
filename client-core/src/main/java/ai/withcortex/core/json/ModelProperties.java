package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON properties that the spec lists for one model: their names, kinds, and which must be
 * there.
 */
public final class ModelProperties {
  private final String model;
  private final JsonReader.Options names;
  private final List<Property> properties;

  private ModelProperties(String model, List<Property> properties) {
    this.model = model;
    this.properties = new ArrayList<>(properties);
    this.names = JsonReader.Options.of(properties.stream().map(p -> p.name).toArray(String[]::new));
  }

  /** Starts the list for a model with this name. */
  public static Builder of(String model) {
    return new Builder(model);
  }

  String model() {
    return model;
  }

  int count() {
    return properties.size();
  }

  String name(int property) {
    return properties.get(property).name;
  }

  boolean isRequired(int property) {
    return properties.get(property).required;
  }

  boolean isNullable(int property) {
    return properties.get(property).nullable;
  }

  /** Whether its values are one token. */
  boolean isScalar(int property) {
    Set<JsonReader.Token> tokens = properties.get(property).tokens;
    return !tokens.contains(JsonReader.Token.BEGIN_OBJECT)
        && !tokens.contains(JsonReader.Token.BEGIN_ARRAY);
  }

  /**
   * The index of the name at which the reader stands, or -1, the name unread, when it is not
   * listed.
   */
  int select(JsonReader reader) throws IOException {
    return reader.selectName(names);
  }

  boolean accepts(int property, JsonReader.Token token) {
    Set<JsonReader.Token> tokens = properties.get(property).tokens;
    return tokens.isEmpty() || tokens.contains(token);
  }

  /** For a value of a kind that is not accepted, at which the reader stands. */
  CortexDataException mismatch(int property, JsonReader reader) throws IOException {
    return JsonErrors.mismatch(
        expected(property) + " for '" + name(property) + "' of " + model, reader);
  }

  void requireAll(boolean[] seen, JsonReader reader) throws IOException {
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i] && isRequired(i)) {
        throw JsonErrors.at(
            JsonErrors.pathOfLast(reader),
            "Required property '" + name(i) + "' of " + model + " is missing",
            null);
      }
    }
  }

  private String expected(int property) {
    return Arrays.stream(properties.get(property).kinds)
        .map(JsonValue.Kind::withArticle)
        .collect(Collectors.joining(" or "));
  }

  /** Collects properties in the order of the spec. */
  public static final class Builder {
    private final String model;
    private final List<Property> properties = new ArrayList<>();

    private Builder(String model) {
      this.model = model;
    }

    /** A property that must be there and not null; of any kind when none is named. */
    public Builder required(String name, JsonValue.Kind... kinds) {
      return add(name, true, false, kinds);
    }

    /** A property that must be there and may be null. */
    public Builder requiredNullable(String name, JsonValue.Kind... kinds) {
      return add(name, true, true, kinds);
    }

    /** A property that may be absent, but not null. */
    public Builder optional(String name, JsonValue.Kind... kinds) {
      return add(name, false, false, kinds);
    }

    /** A property that may be absent or null. */
    public Builder optionalNullable(String name, JsonValue.Kind... kinds) {
      return add(name, false, true, kinds);
    }

    /** Ends the list. */
    public ModelProperties build() {
      return new ModelProperties(model, properties);
    }

    private Builder add(String name, boolean required, boolean nullable, JsonValue.Kind... kinds) {
      properties.add(new Property(name, required, nullable, kinds));
      return this;
    }
  }

  private static final class Property {
    final String name;
    final boolean required;
    final boolean nullable;
    final JsonValue.Kind[] kinds;

    /** The tokens that values of these kinds begin with; none for all. */
    final Set<JsonReader.Token> tokens = EnumSet.noneOf(JsonReader.Token.class);

    Property(String name, boolean required, boolean nullable, JsonValue.Kind... kinds) {
      this.name = name;
      this.required = required;
      this.nullable = nullable;
      this.kinds = kinds;
      for (JsonValue.Kind kind : kinds) {
        tokens.add(kind.token);
      }
    }
  }
}
