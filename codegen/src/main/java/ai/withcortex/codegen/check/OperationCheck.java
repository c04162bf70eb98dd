package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rejects operations that the generator does not support. */
final class OperationCheck {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Set<String> OPERATION_KEYWORDS =
      Set.of(
          "deprecated",
          "description",
          "externalDocs",
          "operationId",
          "parameters",
          "requestBody",
          "responses",
          "security",
          "summary",
          "tags");

  private final SpecDocument spec;
  private final NameCheck names;
  private final BodyCheck bodies;
  private final ParameterCheck parameters;

  /** The location of each operation ID, and the owner of each interface and method. */
  private final Map<String, String> owners = new HashMap<>();

  OperationCheck(SpecDocument spec, SchemaCheck schemas, NameCheck names) {
    this.spec = spec;
    this.names = names;
    this.bodies = new BodyCheck(spec, schemas);
    this.parameters = new ParameterCheck(spec, schemas, bodies, names);
  }

  void check() {
    for (Map.Entry<String, JsonNode> path : spec.root().path("paths").properties()) {
      if (!path.getKey().startsWith("x-")) {
        checkPath(SpecPlace.ROOT.to("paths", path.getKey()), path.getKey(), path.getValue());
      }
    }
  }

  private void checkPath(SpecPlace place, String path, JsonNode item) {
    NameCheck.requirePlain(place, path);
    if (!path.matches("/[^?#]*")) {
      throw new SpecException(
          place, "is not a path", "Start it with a slash, and turn query strings into parameters.");
    }
    for (Map.Entry<String, JsonNode> part : item.properties()) {
      SpecPlace its = place.to(part.getKey());
      if (METHODS.contains(part.getKey())) {
        checkOperation(its, part.getKey(), part.getValue());
        parameters.check(place, path, item, part.getKey());
      } else if (!Set.of("parameters", "summary", "description").contains(part.getKey())
          && !part.getKey().startsWith("x-")) {
        throw unknown(its);
      }
    }
  }

  private void checkOperation(SpecPlace place, String method, JsonNode operation) {
    for (Map.Entry<String, JsonNode> part : operation.properties()) {
      boolean extension = part.getKey().startsWith("x-") && !part.getKey().equals("x-internal");
      if (!OPERATION_KEYWORDS.contains(part.getKey()) && !extension) {
        throw unknown(place.to(part.getKey()));
      }
    }
    requireNames(place, operation);
    if (operation.has("requestBody")) {
      bodies.checkRequest(place.to("requestBody"), method, operation.path("requestBody"));
    }
    checkAnswers(place.to("responses"), method, operation.path("responses"));
  }

  private static SpecException unknown(SpecPlace place) {
    return new SpecException(
        place, "is not supported", "Remove it; it would have no effect on the client.");
  }

  private void requireNames(SpecPlace place, JsonNode operation) {
    String id = operation.path("operationId").asText();
    if (id.isEmpty()) {
      throw new SpecException(
          place, "has no operationId", "Add one; the method is named after it.");
    }
    names.requireOperation(place.to("operationId"), id);
    requireOwn(place.to("operationId"), "operationId " + id, place.pointer());
    JsonNode tags = operation.path("tags");
    for (int i = 0; i < tags.size(); i++) {
      requireInterface(place, id, place.to("tags", i), tags.get(i).asText());
    }
    if (tags.isEmpty()) {
      requireInterface(place, id, place, SpecDocument.NO_TAG);
    }
  }

  private void requireInterface(SpecPlace operation, String id, SpecPlace place, String tag) {
    if (!tag.matches("[A-Za-z][A-Za-z0-9 _-]*")) {
      throw new SpecException(
          place,
          "is '" + tag + "', which cannot become an interface name",
          "Start with a letter, and use only letters, digits, spaces, '_' and '-'.");
    }
    String api = names.api(tag);
    requireOwn(place, "interface " + api, "the tag '" + tag + "'");
    requireOwn(
        operation.to("operationId"), "method " + api + "." + names.method(id), operation.pointer());
  }

  private void requireOwn(SpecPlace place, String what, String owner) {
    String other = owners.putIfAbsent(what.toLowerCase(Locale.ROOT), owner);
    if (other != null && !other.equals(owner)) {
      throw new SpecException(
          place,
          "needs the " + what + ", which " + other + " already uses",
          "Choose a different name; names must differ in more than case.");
    }
  }

  private void checkAnswers(SpecPlace place, String method, JsonNode answers) {
    JsonNode success = null;
    for (Map.Entry<String, JsonNode> answer : answers.properties()) {
      String status = answer.getKey();
      if (!status.matches("[1-5][0-9][0-9]|default|x-.*")) {
        throw new SpecException(
            place.to(status), "is not a single status", "Write the full status code, such as 200.");
      }
      SpecDocument.Part resolved = spec.resolve(place.to(status), answer.getValue(), "responses");
      if (resolved.node().has("links")) {
        throw unknown(resolved.place().to("links"));
      }
      if (status.startsWith("2")) {
        JsonNode content = bodies.checkSuccess(resolved.place(), resolved.node());
        if (success != null && !success.equals(content)) {
          throw new SpecException(
              place.to(status),
              "has a different body than another 2xx status",
              "Use the same body for both; a method has only one return type.");
        }
        success = content;
        if (method.equals("head") && !content.isMissingNode()) {
          throw new SpecException(
              place.to(status),
              "has a body, but responses to HEAD cannot have one",
              "Remove the body.");
        }
      } else {
        bodies.checkError(resolved.place(), resolved.node());
      }
    }
    if (success == null) {
      throw new SpecException(
          place, "has no 2xx status", "Add a successful response, such as 200.");
    }
  }
}
