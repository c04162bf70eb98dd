package ai.withcortex.codegen.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ai.withcortex.codegen.spec.SpecException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import java.net.URLEncoder;
import java.util.Map;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** Translates the parameters, body and form fields of one operation into method parameters. */
final class ParameterTranslator {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Boolean", "boolean",
          "Integer", "int",
          "Long", "long",
          "Float", "float",
          "Double", "double");

  /** The separator for each style that sends a list as a single string. */
  private static final Map<String, Character> SEPARATORS =
      Map.of("form", ',', "simple", ',', "spaceDelimited", ' ', "pipeDelimited", '|');

  private final CodegenOperation operation;

  ParameterTranslator(CodegenOperation operation) {
    this.operation = operation;
  }

  GeneratedApi.Parameter translate(CodegenParameter parameter) {
    if (parameter.isBodyParam) {
      return new GeneratedApi.Parameter("@Body", parameter.dataType, parameter.paramName);
    }
    requireNamedEnum(parameter);
    if (parameter.isFormParam && operation.isMultipart) {
      return part(parameter);
    }
    requireText(parameter);
    String place = place(parameter);
    return isDelimited(parameter)
        ? joined(place, parameter)
        : parameter(place + "(" + literal(parameter) + ")", parameter.dataType, parameter);
  }

  /** Returns whether the parameter is a list that is sent as a single string. */
  static boolean isDelimited(CodegenParameter parameter) {
    boolean isRepeated = parameter.isFormParam || (parameter.isQueryParam && parameter.isExplode);
    return parameter.isArray && !isRepeated;
  }

  /** Returns the separator between the values in that string. */
  static char separator(CodegenParameter parameter) {
    return requireNonNull(SEPARATORS.get(parameter.style));
  }

  /** Returns the Javadoc for a parameter that is passed as an argument. */
  static String description(CodegenParameter parameter) {
    return description(parameter, "null") + (parameter.isDeprecated ? " Deprecated." : "");
  }

  /** Returns the Javadoc for a parameter that is set as an option. */
  static String optionDescription(CodegenParameter parameter) {
    return description(parameter, parameter.isArray ? "empty" : "null");
  }

  private static String description(CodegenParameter parameter, String absent) {
    String text =
        parameter.description == null ? "`" + parameter.baseName + "`." : parameter.description;
    if (parameter.isFile) {
      text +=
          " Create it with `MultipartBody.Part.createFormData("
              + literal(parameter)
              + ", fileName, body)`.";
    }
    if (parameter.required || parameter.isBodyParam) {
      return text;
    }
    JsonNode value = schema(parameter).path("default");
    return text
        + " Omitted if "
        + absent
        + (value.isMissingNode() ? "." : "; the default is `" + text(value) + "`.");
  }

  /** Returns the schema as it is in the spec; it may be a reference. */
  static JsonNode schema(CodegenParameter parameter) {
    try {
      return Json.mapper().readTree(parameter.jsonSchema).path("schema");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("OpenAPI Generator wrote malformed JSON", e);
    }
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static GeneratedApi.Parameter part(CodegenParameter parameter) {
    if (!parameter.isFile) {
      return parameter("@Part(" + literal(parameter) + ")", parameter.dataType, parameter);
    }
    // For a part with a file name, Retrofit requires a MultipartBody.Part, which contains the name.
    String part = "MultipartBody.Part";
    return parameter("@Part", parameter.isArray ? "List<" + part + ">" : part, parameter);
  }

  /**
   * Translates a list that is sent as a single string. In a URL, commas between values are sent
   * unencoded; other separators are encoded.
   */
  private GeneratedApi.Parameter joined(String place, CodegenParameter parameter) {
    Character separator = SEPARATORS.get(parameter.style);
    if (separator == null) {
      throw new SpecException(
          operation,
          "has the list parameter '" + parameter.baseName + "' with the style " + parameter.style,
          "Use form, spaceDelimited or pipeDelimited in the query, simple elsewhere.");
    }
    String name = literal(parameter);
    if (separator == ',' && !parameter.isHeaderParam) {
      // URLEncoder encodes spaces as in forms.
      String encoded = URLEncoder.encode(parameter.baseName, UTF_8).replace("+", "%20");
      name = "value = \"" + encoded + "\", encoded = true";
    }
    return parameter(
        place + "(" + name + ") @Delimited.By('" + separator + "')",
        "Delimited<" + parameter.items.dataType + ">",
        parameter);
  }

  private static GeneratedApi.Parameter parameter(
      String annotations, String type, CodegenParameter parameter) {
    return new GeneratedApi.Parameter(
        annotations,
        parameter.required ? PRIMITIVES.getOrDefault(type, type) : nullable(type),
        parameter.paramName);
  }

  /** Annotates a type. In a qualified name, the annotation stands before the last part. */
  private static String nullable(String type) {
    return type.replaceFirst("^(\\w+\\.)*", "$0@Nullable ");
  }

  private static String literal(CodegenParameter parameter) {
    return "\"" + parameter.baseName + "\"";
  }

  private void requireNamedEnum(CodegenParameter parameter) {
    CodegenProperty items = parameter.items;
    if ((parameter.isEnum && !parameter.isEnumRef) || (items != null && items.isInnerEnum)) {
      throw new SpecException(
          operation,
          "has the parameter '" + parameter.baseName + "' with an inline enum",
          "Give the enum a name under components/schemas and refer to it.");
    }
  }

  /**
   * Rejects parameters without a text form, because everything outside bodies and parts is sent as
   * text.
   */
  private void requireText(CodegenParameter parameter) {
    if (parameter.isFile || (parameter.items != null && parameter.items.isFile)) {
      throw new SpecException(
          operation,
          "has the parameter '" + parameter.baseName + "', which is a file",
          "Send it in a multipart/form-data body.");
    }
    if (isObject(parameter) || (parameter.items != null && isListOrObject(parameter.items))) {
      throw new SpecException(
          operation,
          "has the parameter '" + parameter.baseName + "', which is an object or can have any type",
          "Use a string, a number, a boolean or a named enum.");
    }
  }

  private static boolean isObject(CodegenParameter parameter) {
    return !parameter.isEnumRef
        && (parameter.isModel
            || parameter.isMap
            || parameter.isAnyType
            || parameter.isFreeFormObject);
  }

  private static boolean isListOrObject(CodegenProperty items) {
    return items.isArray
        || (items.isModel && !items.isEnumRef)
        || items.isMap
        || items.isAnyType
        || items.isFreeFormObject;
  }

  private String place(CodegenParameter parameter) {
    if (parameter.isFormParam) {
      return "@Field";
    }
    if (parameter.isQueryParam) {
      return "@Query";
    }
    if (parameter.isHeaderParam) {
      return "@Header";
    }
    requirePlainVariable(parameter);
    return "@Path";
  }

  private void requirePlainVariable(CodegenParameter parameter) {
    if (!"simple".equals(parameter.style)) {
      throw new SpecException(
          operation,
          "has the path parameter '" + parameter.baseName + "' with the style " + parameter.style,
          "Use the style simple.");
    }
    // Retrofit does not support any other names.
    if (!parameter.baseName.matches("[a-zA-Z][a-zA-Z0-9_-]*")) {
      throw new SpecException(
          operation,
          "has the path parameter '" + parameter.baseName + "'",
          "Start its name with a letter, and use only letters, digits, '_' and '-'.");
    }
  }
}
