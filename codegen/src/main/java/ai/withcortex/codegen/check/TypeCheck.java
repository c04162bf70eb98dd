package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rejects types and formats that the generator does not support. */
final class TypeCheck {
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "boolean", List.of(),
          "integer", List.of("int32", "int64"),
          "number", List.of("float", "double"),
          "string",
              List.of(
                  "binary",
                  "byte",
                  "date",
                  "date-time",
                  "duration",
                  "email",
                  "hostname",
                  "ipv4",
                  "ipv6",
                  "password",
                  "time",
                  "timestamp",
                  "uri",
                  "uuid"));

  private static final Set<String> NUMBERS =
      Set.of(
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf");

  private final Faults faults;

  TypeCheck(Faults faults) {
    this.faults = faults;
  }

  /** Returns the type. If there are several, as in OpenAPI 3.1, the first one is checked. */
  String of(SpecPlace place, JsonNode schema) {
    JsonNode type = schema.path("type");
    if (!type.isArray()) {
      return type.asText();
    }
    faults.add(
        new SpecException(
            place.to("type"),
            "is " + type + ", but OpenAPI 3.0 allows only one type",
            "Keep one, and write 'nullable: true' instead of the type null."));
    return type.valueStream()
        .map(JsonNode::asText)
        .filter(text -> !text.equals("null"))
        .findFirst()
        .orElse("");
  }

  /** Requires limits to be numbers. OpenAPI Generator ignores those that are not. */
  void requireLimits(SpecPlace place, JsonNode schema) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (NUMBERS.contains(keyword.getKey()) && !keyword.getValue().isNumber()) {
        faults.add(
            new SpecException(
                place.to(keyword.getKey()),
                "is " + keyword.getValue() + " instead of a number",
                "Replace it with a number."));
      }
    }
  }

  /** Requires a scalar type and a format, if there is one, to have a Java type. */
  void requireFormat(SpecPlace place, JsonNode schema, String type) {
    List<String> formats = FORMATS.get(type);
    if (formats == null) {
      throw new SpecException(
          place,
          "has the unknown type '" + type + "'",
          "Use string, number, integer, boolean, array or object.");
    }
    String format = schema.path("format").asText();
    if (!format.isEmpty() && !formats.contains(format)) {
      faults.add(
          new SpecException(
              place,
              "has the type "
                  + type
                  + " and the format '"
                  + format
                  + "', for which there is no Java type",
              formats.isEmpty()
                  ? "Remove the format."
                  : "Remove the format, or use one of " + formats + "."));
    }
  }
}
