package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.MediaTypes;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rejects request and response bodies that the generator does not support. */
final class BodyCheck {
  private static final Set<String> BODILESS = Set.of("get", "delete", "options", "head", "trace");

  /** The keywords of schemas that become classes. */
  private static final Set<String> CLASSES = Set.of("allOf", "anyOf", "oneOf", "properties");

  private static final Pattern ASCII = Pattern.compile("[ -~]*");

  private final SpecDocument spec;
  private final SchemaCheck schemas;
  private final Faults faults;
  private final TextCheck texts;

  BodyCheck(SpecDocument spec, SchemaCheck schemas, Faults faults) {
    this.spec = spec;
    this.schemas = schemas;
    this.faults = faults;
    this.texts = new TextCheck(spec);
  }

  void checkRequest(SpecPlace reference, String method, JsonNode node) {
    SpecDocument.Part body = spec.resolve(reference, node, "requestBodies");
    if (BODILESS.contains(method)) {
      faults.add(
          new SpecException(
              body.place(),
              "is not supported for " + method,
              "Use post, put or patch, or send parameters."));
    }
    JsonNode content = body.node().path("content");
    String first = first(content);
    boolean form = first.startsWith("multipart/") || MediaTypes.isForm(first);
    if (form ? !MediaTypes.isForm(first) : MediaTypes.json(SpecDocument.names(content)).isEmpty()) {
      faults.add(
          new SpecException(
              body.place().to("content"),
              first.isEmpty()
                  ? "is empty"
                  : "has '" + first + "', which is neither JSON nor a form",
              "Use application/json, application/x-www-form-urlencoded or multipart/form-data."));
      if (!form) {
        checkContent(body.place(), content);
      }
      return;
    }
    if (content.size() > 1) {
      faults.add(
          new SpecException(
              body.place().to("content", SpecDocument.names(content).get(1)),
              "is a second media type, but a method sends only one",
              "Keep one of them."));
    }
    if (form) {
      requireSameSchema(body.place(), content, first);
      schemas.checkForm(
          body.place().to("content", first, "schema"), content.path(first).path("schema"));
      fields(reference, node)
          .forEach(
              (name, field) -> {
                if (first.startsWith("multipart/")) {
                  faults.collect(() -> requirePartName(field.place(), name));
                }
                faults.collect(
                    () -> {
                      if (!first.startsWith("multipart/")) {
                        texts.check(field.place(), field.node());
                      }
                      schemas.check(field.place(), field.node());
                    });
              });
    } else {
      checkSchema(body.place(), content, first);
      faults.collect(() -> requireJson(body.place(), content));
    }
  }

  /** Checks what a body that is not supported has in common with one that is. */
  private void checkContent(SpecPlace place, JsonNode content) {
    for (String mediaType : SpecDocument.names(content)) {
      SpecPlace its = place.to("content", mediaType, "schema");
      JsonNode schema = content.path(mediaType).path("schema");
      if (schema.isObject()) {
        faults.collect(() -> schemas.check(its, schema));
      }
    }
  }

  private static void requirePartName(SpecPlace place, String name) {
    if (!ASCII.matcher(name).matches()) {
      throw new SpecException(
          place,
          "has the name '" + name + "', but a part's name is sent in a header, which must be ASCII",
          "Use a different name.");
    }
  }

  /** A form field, and whether it is required. */
  record Field(SpecPlace place, JsonNode node, boolean required) {}

  /**
   * Returns the fields of a form, which become method parameters; empty if the body is not a form.
   */
  Map<String, Field> fields(SpecPlace reference, JsonNode node) {
    SpecDocument.Part body = spec.resolve(reference, node, "requestBodies");
    JsonNode content = body.node().path("content");
    String first = first(content);
    Map<String, Field> fields = new LinkedHashMap<>();
    if (MediaTypes.isForm(first)) {
      SpecPlace medium = body.place().to("content", first);
      JsonNode schema = content.path(first).path("schema");
      SpecDocument.Part form = spec.resolve(medium.to("schema"), schema, "schemas");
      JsonNode properties = form.node().path("properties");
      boolean isKnown = !schema.has("$ref") && !CompositionCheck.instead(schema).isEmpty();
      if (form.node().has("allOf") || (properties.isEmpty() && !isKnown)) {
        throw new SpecException(
            form.place(), "is a form that lists no fields", "List them as its properties.");
      }
      for (Map.Entry<String, JsonNode> field : properties.properties()) {
        SpecPlace place = form.place().to("properties", field.getKey());
        boolean required =
            form.node()
                .path("required")
                .valueStream()
                .anyMatch(n -> n.asText().equals(field.getKey()));
        fields.put(field.getKey(), new Field(place, field.getValue(), required));
        faults.collect(
            () ->
                requireUsualEncoding(
                    medium, content.path(first), field.getKey(), field.getValue()));
      }
    }
    return fields;
  }

  /**
   * Rejects custom encodings. Files declare their own media types, and other fields use the OpenAPI
   * defaults.
   */
  private static void requireUsualEncoding(
      SpecPlace place, JsonNode medium, String field, JsonNode schema) {
    JsonNode value = schema.has("items") ? schema.path("items") : schema;
    if (medium.path("encoding").has(field) && !value.path("format").asText().equals("binary")) {
      throw new SpecException(place.to("encoding", field), "sets its own encoding", "Remove it.");
    }
  }

  /**
   * Checks the body of a successful response, and returns its schema or a missing node if there is
   * no body.
   */
  JsonNode checkSuccess(SpecDocument.Part answer) {
    SpecPlace place = answer.place();
    JsonNode content = answer.node().path("content");
    if (!content.isEmpty() && MediaTypes.json(SpecDocument.names(content)).isEmpty()) {
      faults.add(
          new SpecException(
              place.to("content"),
              "has '" + first(content) + "', which is not JSON",
              "Use application/json."));
    }
    for (String mediaType : SpecDocument.names(content)) {
      checkSchema(place, content, mediaType);
      if (new Schemas(spec).isNullable(content.path(mediaType).path("schema"))) {
        faults.add(
            new SpecException(
                place.to("content", mediaType, "schema"),
                "allows null, but a method never returns null",
                "Remove 'nullable', or write 'schema: {}', which allows any value."));
      }
    }
    faults.collect(() -> requireJson(place, content));
    return content.isEmpty()
        ? MissingNode.getInstance()
        : content.path(first(content)).path("schema");
  }

  /** Requires the JSON type among the media types, if any, to be one that the client can send. */
  private void requireJson(SpecPlace place, JsonNode content) {
    MediaTypes.json(SpecDocument.names(content))
        .ifPresent(
            mediaType ->
                requireJson(
                    place.to("content", mediaType),
                    mediaType,
                    content.path(mediaType).path("schema")));
  }

  private void requireJson(SpecPlace place, String mediaType, JsonNode schema) {
    if (!MediaTypes.isValid(mediaType)) {
      throw new SpecException(
          place, "is not a media type", "Write it like 'application/json; charset=utf-8'.");
    }
    if (MediaTypes.hasOtherCharset(mediaType)) {
      throw new SpecException(
          place, "declares a charset, but JSON is always UTF-8", "Remove the charset.");
    }
    if (new Schemas(spec).plain(schema).path("format").asText().equals("binary")) {
      throw new SpecException(
          place.to("schema"),
          "has the format 'binary', but JSON is text",
          "Remove the format if the body is a JSON string; otherwise, describe the JSON, such as"
              + " with 'schema: {}', which allows any value.");
    }
  }

  /** Checks the body of an error response, which may be text because the caller reads it. */
  void checkError(SpecDocument.Part answer) {
    SpecPlace place = answer.place();
    JsonNode content = answer.node().path("content");
    for (String mediaType : SpecDocument.names(content)) {
      if (MediaTypes.isJson(mediaType)) {
        checkSchema(place, content, mediaType);
      } else if (!content.path(mediaType).has("schema")) {
        faults.add(withoutSchema(place.to("content", mediaType)));
      } else {
        SpecPlace its = place.to("content", mediaType, "schema");
        faults.collect(() -> schemas.check(its, content.path(mediaType).path("schema")));
      }
    }
  }

  /** Checks the schemas in a response that would become classes, because they are inline. */
  void checkClasses(SpecPlace place, JsonNode response) {
    for (Map.Entry<String, JsonNode> medium : response.path("content").properties()) {
      JsonNode schema = medium.getValue().path("schema");
      if (CLASSES.stream().anyMatch(keyword -> schema.findValue(keyword) != null)) {
        SpecPlace its = place.to("content", medium.getKey(), "schema");
        faults.collect(() -> schemas.check(its, schema));
      }
    }
  }

  private void checkSchema(SpecPlace place, JsonNode content, String mediaType) {
    faults.collect(
        () -> {
          requireSameSchema(place, content, mediaType);
          schemas.check(
              place.to("content", mediaType, "schema"), content.path(mediaType).path("schema"));
        });
  }

  /**
   * Requires the same schema as for the first media type, which is the only one that OpenAPI
   * Generator uses.
   */
  private static void requireSameSchema(SpecPlace place, JsonNode content, String mediaType) {
    SpecPlace medium = place.to("content", mediaType);
    JsonNode schema = content.path(mediaType).path("schema");
    if (schema.isMissingNode()) {
      throw withoutSchema(medium);
    }
    if (!schema.equals(content.path(first(content)).path("schema"))) {
      throw new SpecException(
          medium,
          "has a different schema than '" + first(content) + "'",
          "Use the same schema for both.");
    }
  }

  private static SpecException withoutSchema(SpecPlace medium) {
    return new SpecException(medium, "has no schema", "Add one; 'schema: {}' allows any value.");
  }

  private static String first(JsonNode content) {
    List<String> mediaTypes = SpecDocument.names(content);
    return mediaTypes.isEmpty() ? "" : mediaTypes.get(0);
  }
}
