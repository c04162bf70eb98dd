package ai.withcortex.trial.schema;

import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.trial.schema.Operation.Body;
import ai.withcortex.trial.schema.Operation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads operations of a document. */
final class OperationReader {
  private static final String JSON = "application/json";

  private final Components components;
  private final SchemaTypes types;

  OperationReader(Components components, SchemaTypes types) {
    this.components = components;
    this.types = types;
  }

  Operation read(String path, String method, JsonNode item, JsonNode operation) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (JsonNode owner : List.of(item, operation)) {
      for (JsonNode listed : owner.path("parameters")) {
        Parameter parameter = parameter(components.resolve(listed, "parameters"));
        parameters.put(parameter.in() + " " + parameter.name(), parameter);
      }
    }
    String status = "";
    JsonNode response = operation.path("responses");
    for (Map.Entry<String, JsonNode> listed : operation.path("responses").properties()) {
      if (status.isEmpty() && listed.getKey().startsWith("2")) {
        status = listed.getKey();
        response = components.resolve(listed.getValue(), "responses");
      }
    }
    JsonNode content = response.path("content");
    Optional<String> accepted = json(content);
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        List.copyOf(parameters.values()),
        body(operation.path("requestBody")),
        Integer.parseInt(status),
        accepted,
        accepted.map(type -> types.type(content.path(type).path("schema"))));
  }

  private static Optional<String> json(JsonNode content) {
    if (content.has(JSON)) {
      return Optional.of(JSON);
    }
    return content.properties().stream()
        .map(Map.Entry::getKey)
        .filter(type -> type.split(";", 2)[0].strip().matches("(?i)application/(.*\\+)?json"))
        .findFirst();
  }

  private Parameter parameter(JsonNode node) {
    String in = node.path("in").asText();
    SpecType type = types.type(node.path("schema"));
    String style = node.path("style").asText(in.equals("query") ? "form" : "simple");
    boolean isRepeated = in.equals("query") && node.path("explode").asBoolean(style.equals("form"));
    Optional<String> separator =
        type instanceof ListOf && !isRepeated ? Optional.of(separator(style)) : Optional.empty();
    return new Parameter(
        in, node.path("name").asText(), node.path("required").asBoolean(), type, separator, false);
  }

  private static String separator(String style) {
    return switch (style) {
      case "spaceDelimited" -> " ";
      case "pipeDelimited" -> "|";
      default -> ",";
    };
  }

  private Optional<Body> body(JsonNode reference) {
    if (reference.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode body = components.resolve(reference, "requestBodies");
    JsonNode content = body.path("content");
    boolean required = body.path("required").asBoolean();
    Optional<String> json = json(content);
    String first = content.properties().iterator().next().getKey();
    boolean isForm = first.startsWith("multipart/") || first.contains("form-urlencoded");
    if (json.isPresent() && !isForm) {
      SpecType type = types.type(content.path(json.get()).path("schema"));
      return Optional.of(new Body(json.get(), required, Optional.of(type), List.of()));
    }
    JsonNode form = components.resolve(content.path(first).path("schema"), "schemas");
    List<Parameter> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : form.path("properties").properties()) {
      fields.add(field(field.getKey(), field.getValue(), form, first.startsWith("multipart/")));
    }
    return Optional.of(new Body(first, required, Optional.empty(), fields));
  }

  private Parameter field(String name, JsonNode schema, JsonNode form, boolean isMultipart) {
    boolean required = false;
    for (JsonNode listed : form.path("required")) {
      required |= listed.asText().equals(name);
    }
    JsonNode plain = plain(schema);
    JsonNode value = plain.has("items") ? plain(plain.path("items")) : plain;
    boolean isFile = isMultipart && value.path("format").asText().equals("binary");
    return new Parameter("form", name, required, types.type(schema), Optional.empty(), isFile);
  }

  private JsonNode plain(JsonNode schema) {
    JsonNode all = schema.path("allOf");
    JsonNode reference = all.size() == 1 && all.get(0).has("$ref") ? all.get(0) : schema;
    return reference.has("$ref") ? plain(components.resolve(reference, "schemas")) : schema;
  }
}
