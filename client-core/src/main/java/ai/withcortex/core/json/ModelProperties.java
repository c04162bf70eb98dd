package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON properties that the spec lists for one model: their names and kinds, and which are
 * required.
 */
public final class ModelProperties {
  private final String model;
  private final byte[][] utf8Names;
  private final Property[] properties;

  private ModelProperties(String model, List<Property> properties) {
    this.model = model;
    this.properties = properties.toArray(new Property[0]);
    this.utf8Names = new byte[count()][];
    for (int i = 0; i < count(); i++) {
      utf8Names[i] = name(i).getBytes(UTF_8);
    }
  }

  /** Returns a builder for the properties of the model with the given name. */
  public static Builder of(String model) {
    return new Builder(model);
  }

  String model() {
    return model;
  }

  int count() {
    return properties.length;
  }

  String name(int property) {
    return properties[property].name;
  }

  boolean isRequired(int property) {
    return properties[property].required;
  }

  boolean isNullable(int property) {
    return properties[property].nullable;
  }

  /** Returns whether all values of the property are single tokens. */
  boolean isScalar(int property) {
    Set<JsonReader.Token> tokens = properties[property].tokens;
    return !tokens.contains(JsonReader.Token.BEGIN_OBJECT)
        && !tokens.contains(JsonReader.Token.BEGIN_ARRAY);
  }

  /** Returns the index of the given name, or -1 if it is not listed. */
  int indexOf(String name) {
    for (int i = 0; i < properties.length; i++) {
      if (properties[i].name.equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the index of the name in the given bytes, or -1 if it is not listed.
   *
   * @param first the index of the name to compare first
   */
  int indexOf(byte[] bytes, int start, int end, int first) {
    for (int i = first; i < utf8Names.length; i++) {
      if (isEqual(utf8Names[i], bytes, start, end)) {
        return i;
      }
    }
    for (int i = 0; i < first; i++) {
      if (isEqual(utf8Names[i], bytes, start, end)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEqual(byte[] name, byte[] bytes, int start, int end) {
    if (name.length != end - start) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (name[i] != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }

  boolean accepts(int property, JsonReader.Token token) {
    Set<JsonReader.Token> tokens = properties[property].tokens;
    return tokens.isEmpty() || tokens.contains(token);
  }

  /** Returns the failure for a value of an unexpected kind at the reader's position. */
  CortexDataException mismatch(int property, ModelReader reader) throws IOException {
    return reader.mismatch(expected(property) + " for '" + name(property) + "' of " + model);
  }

  void requireAll(boolean[] seen, ModelReader reader) {
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i] && isRequired(i)) {
        throw JsonErrors.at(
            reader.path(), "Required property '" + name(i) + "' of " + model + " is missing", null);
      }
    }
  }

  private String expected(int property) {
    return Arrays.stream(properties[property].kinds)
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

    /**
     * Adds a property that must be present and not null. If no kinds are given, any kind is
     * allowed.
     */
    public Builder required(String name, JsonValue.Kind... kinds) {
      return add(name, true, false, kinds);
    }

    /** Adds a property that must be present and may be null. */
    public Builder requiredNullable(String name, JsonValue.Kind... kinds) {
      return add(name, true, true, kinds);
    }

    /** Adds a property that may be absent, but not null. */
    public Builder optional(String name, JsonValue.Kind... kinds) {
      return add(name, false, false, kinds);
    }

    /** Adds a property that may be absent or null. */
    public Builder optionalNullable(String name, JsonValue.Kind... kinds) {
      return add(name, false, true, kinds);
    }

    /** Returns the finished list of properties. */
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

    /** The tokens that values of these kinds start with; empty if any kind is allowed. */
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
