package ai.withcortex.trial.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.spec.ExpectedReading;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Union;
import ai.withcortex.trial.schema.Operation;
import ai.withcortex.trial.schema.Operation.Body;
import ai.withcortex.trial.schema.Operation.Parameter;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** Compares a request with what the document says about an operation. */
final class RequestDifferences {
  /** The media type of files that are sent. */
  static final String FILE_TYPE = "application/octet-stream";

  /** Headers that the client sends even if a call has no value for them. */
  private static final Set<String> DEFAULTS = Set.of("Host", "User-Agent");

  private final SentValues sent;
  private final Operation operation;
  private final ReceivedRequest request;
  private final List<String> differences = new ArrayList<>();

  private RequestDifferences(SentValues sent, ReceivedRequest request) {
    this.sent = sent;
    this.operation = sent.operation();
    this.request = request;
  }

  /**
   * Returns a description of each difference.
   *
   * @param prefix the path of the base URL
   */
  static List<String> of(SentValues sent, String prefix, ReceivedRequest request) {
    RequestDifferences of = new RequestDifferences(sent, request);
    of.compare("method", sent.operation().method(), request.method());
    of.compare("path", of.segments(prefix), segmentsOf(request.path()));
    of.compareQuery();
    of.compareHeaders();
    of.compareBody();
    return of.differences;
  }

  private void compare(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add(what + ": expected " + expected + " but found " + actual);
    }
  }

  /** Returns the segments of the path without encoding. */
  private List<String> segments(String prefix) {
    List<String> segments = new ArrayList<>();
    for (String segment : (prefix + operation.path()).split("/", -1)) {
      String text = decoded(segment.replace("+", "%2B"));
      for (Map.Entry<Parameter, JsonTree> value : sent.parameters().entrySet()) {
        if (value.getKey().in().equals("path")) {
          List<String> texts =
              SentValues.values(value.getValue()).stream().map(SentValues::text).toList();
          text = text.replace("{" + value.getKey().name() + "}", String.join(",", texts));
        }
      }
      segments.add(text);
    }
    return segments;
  }

  private static List<String> segmentsOf(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      segments.add(decoded(segment.replace("+", "%2B")));
    }
    return segments;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private void compareQuery() {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (Map.Entry<Parameter, JsonTree> value : sent.parameters().entrySet()) {
      if (value.getKey().in().equals("query")) {
        addPairs(value.getKey(), value.getValue(), expected);
      }
    }
    for (String pair : request.query().isEmpty() ? new String[0] : request.query().split("&", -1)) {
      String[] nameAndValue = pair.split("=", 2);
      String name = decoded(nameAndValue[0]);
      // Only commas between values are not encoded.
      boolean isJoined =
          operation.parameters().stream()
              .anyMatch(p -> p.name().equals(name) && p.separator().equals(Operation.COMMA));
      String[] values = isJoined ? nameAndValue[1].split(",", -1) : new String[] {nameAndValue[1]};
      List<String> texts = new ArrayList<>();
      for (String text : values) {
        texts.add(decoded(text));
      }
      actual.add(name + "=" + (isJoined ? texts : texts.get(0)));
    }
    expected.sort(null);
    actual.sort(null);
    compare("query", expected, actual);
  }

  private static void addPairs(Parameter parameter, JsonTree value, List<String> pairs) {
    List<String> texts = SentValues.values(value).stream().map(SentValues::text).toList();
    if (parameter.separator().isEmpty()) {
      texts.forEach(text -> pairs.add(parameter.name() + "=" + text));
    } else if (parameter.separator().equals(Operation.COMMA)) {
      pairs.add(parameter.name() + "=" + texts);
    } else {
      pairs.add(parameter.name() + "=" + String.join(parameter.separator().get(), texts));
    }
  }

  private void compareHeaders() {
    for (Parameter parameter : operation.parameters()) {
      JsonTree value = sent.parameters().get(parameter);
      boolean isDefault = value == null && DEFAULTS.contains(parameter.name());
      if (parameter.in().equals("header") && !isDefault) {
        List<String> expected =
            value == null
                ? List.of()
                : List.of(
                    String.join(
                        ",", SentValues.values(value).stream().map(SentValues::text).toList()));
        compare("header " + parameter.name(), expected, request.header(parameter.name()));
      }
    }
    operation
        .accepted()
        .ifPresent(type -> compare("header Accept", List.of(type), request.header("Accept")));
  }

  private void compareBody() {
    if (!sent.hasBody()) {
      compare("body", "", request.text());
      return;
    }
    Body body = operation.body().orElseThrow();
    String type = String.join(" and ", request.header("Content-Type"));
    compare("media type of the body", baseType(body.mediaType()), baseType(type));
    if (sent.json().isPresent()) {
      compareJson("body", body.type().orElseThrow(), sent.json().get(), request.text());
    } else if (body.isMultipart()) {
      compareParts(body);
    } else {
      compareForm(body);
    }
  }

  private static String baseType(String mediaType) {
    return mediaType.split(";", 2)[0].strip();
  }

  private void compareJson(String what, SpecType type, JsonTree expected, String actual) {
    try {
      JsonTree read = ExpectedReading.of(type, expected).read().orElse(expected);
      List<String> found = JsonDifferences.of(type, read, JsonTreeReader.read(actual));
      if (!found.isEmpty()) {
        differences.add(what + ": changed " + found + " in " + actual);
      }
    } catch (JacksonException e) {
      differences.add(what + ": expected JSON but found " + actual);
    }
  }

  private void compareForm(Body body) {
    List<String> expected = new ArrayList<>();
    for (Parameter field : body.fields()) {
      JsonTree value = sent.parameters().get(field);
      if (value != null) {
        addPairs(field, value, expected);
      }
    }
    List<String> actual = new ArrayList<>();
    for (String pair : request.text().isEmpty() ? new String[0] : request.text().split("&", -1)) {
      String[] nameAndValue = pair.split("=", 2);
      actual.add(decoded(nameAndValue[0]) + "=" + decoded(nameAndValue[1]));
    }
    expected.sort(null);
    actual.sort(null);
    compare("form", expected, actual);
  }

  private void compareParts(Body body) {
    List<ReceivedRequest.Part> rest = new ArrayList<>(request.parts());
    for (Parameter field : body.fields()) {
      JsonTree value = sent.parameters().get(field);
      for (JsonTree single : value == null ? List.<JsonTree>of() : SentValues.values(value)) {
        ReceivedRequest.Part part =
            rest.stream()
                .filter(p -> p.disposition("name").equals(field.name()))
                .findFirst()
                .orElse(null);
        if (part == null) {
          differences.add("part " + field.name() + ": is missing");
        } else {
          rest.remove(part);
          comparePart(field, single, part);
        }
      }
    }
    rest.forEach(part -> differences.add("part: not expected " + part));
  }

  private void comparePart(Parameter field, JsonTree value, ReceivedRequest.Part part) {
    String what = "part " + field.name();
    String type = baseType(part.headers().getOrDefault("Content-Type", ""));
    if (field.isFile()) {
      compare(what + ", media type", FILE_TYPE, type);
      compare(what + ", file name", field.name() + ".bin", part.disposition("filename"));
      compare(what + ", content", SentValues.text(value), part.content());
    } else if (isJson(field.type())) {
      compare(what + ", media type", "application/json", type);
      SpecType single = field.type() instanceof ListOf list ? list.elements() : field.type();
      compareJson(what, single, value, part.content());
    } else {
      compare(what + ", media type", "text/plain", type);
      compare(what + ", content", SentValues.text(value), part.content());
    }
  }

  /** Returns whether OpenAPI sends values of a type as JSON by default. */
  private static boolean isJson(SpecType type) {
    if (type instanceof ListOf list) {
      return isJson(list.elements()) || list.elements() instanceof ListOf;
    }
    return type instanceof Model
        || type instanceof Union
        || type instanceof MapOf
        || type instanceof Free;
  }
}
