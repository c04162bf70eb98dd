package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rejects operations that the generator does not support. */
final class OperationCheck {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");
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

  /** The successful statuses without a body (RFC 9110, 15.3.5 and 15.3.6). */
  private static final Set<String> BODILESS = Set.of("204", "205");

  private final SpecDocument spec;
  private final NameCheck names;
  private final Faults faults;
  private final BodyCheck bodies;
  private final ParameterCheck parameters;

  /** The location of each operation ID, and the owner of each interface and method. */
  private final Map<String, String> owners = new HashMap<>();

  OperationCheck(SpecDocument spec, SchemaCheck schemas, NameCheck names, Faults faults) {
    this.spec = spec;
    this.names = names;
    this.faults = faults;
    this.bodies = new BodyCheck(spec, schemas, faults);
    this.parameters = new ParameterCheck(spec, schemas, bodies, names, faults);
  }

  void check() {
    for (Map.Entry<String, JsonNode> path : spec.root().path("paths").properties()) {
      if (!path.getKey().startsWith("x-")) {
        SpecPlace place = SpecPlace.ROOT.to("paths", path.getKey());
        faults.collect(() -> requirePath(place, path.getKey()));
        checkItem(place, path.getKey(), path.getValue());
      }
    }
    JsonNode responses = spec.root().path("components").path("responses");
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      // OpenAPI Generator makes classes of inline schemas even if nothing refers to them.
      SpecPlace place = SpecPlace.ROOT.to("components", "responses", response.getKey());
      bodies.checkClasses(place, response.getValue());
    }
  }

  private static void requirePath(SpecPlace place, String path) {
    NameCheck.requirePlain(place, path);
    if (!path.matches("/[^?#]*")) {
      throw new SpecException(
          place, "is not a path", "Start it with a slash, and turn query strings into parameters.");
    }
    if (SpecKeywords.LONE_PERCENT.matcher(path).find()) {
      throw new SpecException(
          place, "has a percent sign that escapes nothing", "Write the percent sign as %25.");
    }
    if (DOT_SEGMENT.matcher(path).find()) {
      throw new SpecException(
          place,
          "has a '.' or '..' segment, which URLs do not keep",
          "Write the path that it leads to.");
    }
  }

  private void checkItem(SpecPlace place, String path, JsonNode item) {
    for (Map.Entry<String, JsonNode> part : item.properties()) {
      SpecPlace its = place.to(part.getKey());
      if (METHODS.contains(part.getKey())) {
        checkOperation(its, part.getKey(), part.getValue());
        faults.collect(() -> parameters.check(place, path, item, part.getKey()));
      } else if (part.getKey().equals("$ref")) {
        faults.add(
            new SpecException(
                place, "refers to another path", "Write its operations here instead."));
      } else if (!Set.of("parameters", "summary", "description").contains(part.getKey())
          && !part.getKey().startsWith("x-")) {
        faults.add(unknown(its));
      }
    }
  }

  private void checkOperation(SpecPlace place, String method, JsonNode operation) {
    for (Map.Entry<String, JsonNode> part : operation.properties()) {
      boolean extension = part.getKey().startsWith("x-") && !part.getKey().equals("x-internal");
      if (!OPERATION_KEYWORDS.contains(part.getKey()) && !extension) {
        faults.add(unknown(place.to(part.getKey())));
      }
    }
    if (method.equals("trace")) {
      faults.add(
          new SpecException(
              place,
              "uses TRACE, which Retrofit does not support",
              "Use another method, such as GET."));
    }
    String id = operation.path("operationId").asText();
    faults.collect(() -> requireName(place, id));
    requireInterfaces(place, id, operation.path("tags"));
    if (operation.has("requestBody")) {
      SpecPlace body = place.to("requestBody");
      faults.collect(() -> bodies.checkRequest(body, method, operation.path("requestBody")));
    }
    checkAnswers(place.to("responses"), method, operation.path("responses"));
  }

  private static SpecException unknown(SpecPlace place) {
    return new SpecException(
        place, "is not supported", "Remove it; it would have no effect on the client.");
  }

  private void requireName(SpecPlace place, String id) {
    if (id.isEmpty()) {
      throw new SpecException(
          place, "has no operationId", "Add one; the method is named after it.");
    }
    names.requireOperation(place.to("operationId"), id);
    requireOwn(place.to("operationId"), "operationId " + id, place.pointer());
  }

  private void requireInterfaces(SpecPlace place, String id, JsonNode tags) {
    for (int i = 0; i < tags.size(); i++) {
      SpecPlace its = place.to("tags", i);
      String tag = tags.get(i).asText();
      faults.collect(() -> requireInterface(place, id, its, tag));
    }
    if (tags.isEmpty()) {
      faults.collect(() -> requireInterface(place, id, place, SpecDocument.NO_TAG));
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
    faults.collect(() -> names.requireInterface(place, tag, api));
    if (!id.isEmpty()) {
      SpecPlace name = operation.to("operationId");
      String method = "method " + api + "." + names.method(id);
      faults.collectUnlessKnownWithin(name, () -> requireOwn(name, method, operation.pointer()));
    }
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
    Map<String, JsonNode> successes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> answer : answers.properties()) {
      String status = answer.getKey();
      SpecPlace its = place.to(status);
      if (!status.matches("[1-5][0-9][0-9]|default|x-.*")) {
        faults.add(
            new SpecException(
                its, "is not a single status", "Write the full status code, such as 200."));
      } else if (status.startsWith("2")) {
        successes.put(status, answer.getValue());
      } else {
        faults.collect(() -> bodies.checkError(checkParts(its, answer.getValue())));
      }
    }
    Set<JsonNode> bodiesOfSuccess = new LinkedHashSet<>();
    successes.forEach(
        (status, answer) ->
            faults.collect(
                () -> checkSuccess(place.to(status), status, method, answer, bodiesOfSuccess)));
    if (successes.isEmpty() && !answers.has("2XX")) {
      faults.add(
          new SpecException(place, "has no 2xx status", "Add a successful response, such as 200."));
    }
  }

  private void checkSuccess(
      SpecPlace place,
      String status,
      String method,
      JsonNode answer,
      Set<JsonNode> bodiesOfSuccess) {
    SpecDocument.Part resolved = checkParts(place, answer);
    JsonNode content = bodies.checkSuccess(resolved);
    if (BODILESS.contains(status) && !content.isMissingNode()) {
      throw new SpecException(
          resolved.place().to("content"),
          "describes a body, but responses with status " + status + " cannot have one",
          "Remove it, or use a different status, such as 200.");
    }
    if (bodiesOfSuccess.add(content) && bodiesOfSuccess.size() > 1) {
      throw new SpecException(
          place,
          "has a different body than another 2xx status",
          content.isMissingNode()
              ? "Keep one of them; a method has only one return type."
              : "Use the same body for both; a method has only one return type.");
    }
    if (method.equals("head") && !content.isMissingNode()) {
      throw new SpecException(
          place, "has a body, but responses to HEAD cannot have one", "Remove the body.");
    }
  }

  private SpecDocument.Part checkParts(SpecPlace place, JsonNode answer) {
    SpecDocument.Part resolved = spec.resolve(place, answer, "responses");
    for (Map.Entry<String, JsonNode> header : resolved.node().path("headers").properties()) {
      SpecPlace its = resolved.place().to("headers", header.getKey());
      faults.collect(() -> requireType(spec.resolve(its, header.getValue(), "headers")));
    }
    if (resolved.node().has("links")) {
      faults.add(unknown(resolved.place().to("links")));
    }
    return resolved;
  }

  private static void requireType(SpecDocument.Part header) {
    JsonNode content = header.node().path("content");
    boolean hasSchemas =
        !content.isEmpty() && content.valueStream().allMatch(medium -> medium.has("schema"));
    if (!header.node().has("schema") && !hasSchemas) {
      throw new SpecException(header.place(), "has no schema", "Add one, such as 'type: string'.");
    }
  }
}
