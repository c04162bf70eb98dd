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

  /** Limits of lengths and counts. */
  private static final Set<String> COUNTS =
      Set.of("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties");

  private static final Set<String> NUMBERS = Set.of("maximum", "minimum", "multipleOf");

  private static final Set<String> FLAGS = Set.of("exclusiveMaximum", "exclusiveMinimum");

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
      SpecPlace its = place.to(keyword.getKey());
      JsonNode value = keyword.getValue();
      if (COUNTS.contains(keyword.getKey())) {
        require(isCount(value), its, value, "a whole number, 0 or more");
      } else if (NUMBERS.contains(keyword.getKey())) {
        require(value.isNumber(), its, value, "a number");
      } else if (FLAGS.contains(keyword.getKey())) {
        require(value.isBoolean() || value.isNumber(), its, value, "true or false");
        requireNoNumber(its, value, keyword.getKey().replace("exclusiveM", "m"));
      }
    }
  }

  /** Rejects a limit as in OpenAPI 3.1. */
  private void requireNoNumber(SpecPlace place, JsonNode flag, String limit) {
    if (flag.isNumber()) {
      faults.add(
          new SpecException(
              place,
              "is " + flag + ", but OpenAPI 3.0 allows only true and false",
              "Write true, and move the number to '" + limit + "'."));
    }
  }

  private static boolean isCount(JsonNode value) {
    return value.isNumber()
        && value.canConvertToExactIntegral()
        && value.decimalValue().signum() >= 0;
  }

  private void require(boolean isRight, SpecPlace place, JsonNode value, String expected) {
    if (!isRight) {
      faults.add(
          new SpecException(
              place,
              "is " + value + " instead of " + expected,
              "Replace it with " + expected + "."));
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
