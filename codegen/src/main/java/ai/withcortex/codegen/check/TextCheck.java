package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;

/** Rejects parameters and form fields without a text form. */
final class TextCheck {
  private final Schemas schemas;

  TextCheck(SpecDocument spec) {
    this.schemas = new Schemas(spec);
  }

  void check(SpecPlace place, JsonNode schema) {
    JsonNode plain = schemas.plain(schema);
    if (plain.path("type").asText().equals("array")) {
      JsonNode items = schemas.plain(plain.path("items"));
      if (items.path("type").asText().equals("array")) {
        throw new SpecException(
            place,
            "is a list of lists",
            "Use a list of strings, numbers, booleans or a named enum.");
      }
      requireScalar(place, items);
    } else {
      requireScalar(place, plain);
    }
  }

  private static void requireScalar(SpecPlace place, JsonNode plain) {
    boolean isUnion = plain.has("oneOf") || plain.has("anyOf");
    boolean isObject = plain.path("type").asText().equals("object") || plain.has("properties");
    if (isObject || isUnion || Schemas.isAny(plain) || plain.has("allOf")) {
      throw new SpecException(
          place,
          "is an object or can have any type",
          "Use a string, a number, a boolean or a named enum.");
    }
    if (plain.path("format").asText().equals("binary")) {
      throw new SpecException(place, "is a file", "Send it in a multipart/form-data body.");
    }
  }
}
