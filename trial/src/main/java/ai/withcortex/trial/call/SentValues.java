package ai.withcortex.trial.call;

import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Text;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.Characters;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.trial.schema.Operation;
import ai.withcortex.trial.schema.Operation.Body;
import ai.withcortex.trial.schema.Operation.Parameter;
import ai.withcortex.trial.schema.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call sends.
 *
 * @param parameters the values of parameters and form fields; the value of a file is its content
 * @param json the JSON body; empty if there is none
 * @param hasBody whether there is a body of any kind
 */
record SentValues(
    Operation operation,
    Map<Parameter, JsonTree> parameters,
    Optional<JsonTree> json,
    boolean hasBody) {

  /**
   * @param isFull whether to send everything, or only what is required
   */
  static SentValues of(Operation operation, boolean isFull) {
    Map<Parameter, JsonTree> values = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (isFull || parameter.required()) {
        values.put(parameter, value(parameter));
      }
    }
    if (operation.body().filter(body -> isFull || isNeeded(body)).isEmpty()) {
      return new SentValues(operation, values, Optional.empty(), false);
    }
    Body body = operation.body().get();
    Samples.Kind kind = isFull ? Samples.Kind.ALL : Samples.Kind.REQUIRED;
    for (Parameter field : body.fields()) {
      if (isFull || field.required()) {
        values.put(field, value(field));
      }
    }
    boolean isEmpty = body.fields().stream().noneMatch(values::containsKey);
    if (body.isMultipart() && isEmpty && !body.fields().isEmpty()) {
      // A multipart body needs at least one part.
      Parameter first = body.fields().get(0);
      values.put(first, value(first));
    }
    return new SentValues(
        operation, values, body.type().map(type -> Samples.of(type, kind, "body")), true);
  }

  /** There is no method without an optional form that is not multipart: it may be empty. */
  private static boolean isNeeded(Body body) {
    boolean isFields = body.type().isEmpty() && !body.isMultipart();
    return body.required() || (isFields && body.fields().stream().anyMatch(Parameter::required));
  }

  private static JsonTree value(Parameter parameter) {
    return parameter.type() instanceof ListOf list
        ? new Elements(
            List.of(value(parameter, list.elements(), 1), value(parameter, list.elements(), 2)))
        : value(parameter, parameter.type(), 0);
  }

  private static JsonTree value(Parameter parameter, SpecType type, int index) {
    String name = parameter.name() + index;
    return type instanceof Characters
        ? new Text(name + characters(parameter))
        : Samples.of(type, Samples.Kind.ALL, name);
  }

  /** Returns characters that have to be encoded, but none that cannot be sent in this place. */
  private static String characters(Parameter parameter) {
    if (parameter.in().equals("header")) {
      return parameter.separator().isPresent() ? "a;b" : "a; b, c=\"%20\"";
    }
    String all = " a/b?c=d&e+f%20#;,|~*'é\ud83d\ude00";
    return parameter.separator().isEmpty() || parameter.separator().get().equals(",")
        ? all
        : all.replace(parameter.separator().get(), "");
  }

  /** Returns the text of a scalar. */
  static String text(JsonTree scalar) {
    if (scalar instanceof Text text) {
      return text.characters();
    } else if (scalar instanceof JsonTree.Digits digits) {
      return digits.text();
    } else if (scalar instanceof JsonTree.Bool bool) {
      return String.valueOf(bool.value());
    }
    throw new IllegalArgumentException(scalar + " is not a scalar");
  }

  /** Returns the values of a parameter, of which there are several only in a list. */
  static List<JsonTree> values(JsonTree value) {
    return value instanceof Elements elements ? elements.list() : List.of(value);
  }
}
