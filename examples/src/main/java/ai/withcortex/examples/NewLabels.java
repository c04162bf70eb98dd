package ai.withcortex.examples;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputFieldType;
import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowStep;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import okio.Buffer;

/**
 * Collects enum values and step types that the spec does not list. A drift report does not contain
 * any values, so they are found by reading the runs again.
 */
final class NewLabels {
  private static final JsonAdapter<Run> RUN = CortexJson.moshi().adapter(Run.class);

  private static final JsonAdapter<WorkflowStep> STEP =
      CortexJson.moshi().adapter(WorkflowStep.class);

  private final Map<String, Set<String>> values = new TreeMap<>();
  private final Map<String, Map<String, JsonValue>> steps = new TreeMap<>();

  /** Returns the new values of an enum. */
  Set<String> values(String schema) {
    return values.getOrDefault(schema, Collections.emptySet());
  }

  /** Returns the new step types, each with the properties that are not common to all steps. */
  Map<String, Map<String, JsonValue>> steps() {
    return steps;
  }

  void addFrom(Run run) {
    JsonValue json = JsonValue.parse(RUN.toJson(run));
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json.json()));
    DriftSink sink =
        (kind, schema, path, found) -> {
          if (kind == DriftKind.UNKNOWN_VALUE) {
            at(json, path).forEach(value -> add(schema, value));
          } else if (kind == DriftKind.UNKNOWN_VARIANT) {
            at(json, path).forEach(value -> add(step(value)));
          }
        };
    reader.setTag(DriftSink.class, sink);
    try {
      Run unused = RUN.fromJson(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String schema, JsonValue value) {
    // All fields of all definitions have the same path, because a path does not include keys.
    if (value.kind() == JsonValue.Kind.STRING
        && !(schema.equals("InputFieldType") && InputFieldType.of(value.asString()).isKnown())) {
      values.computeIfAbsent(schema, any -> new TreeSet<>()).add(value.asString());
    }
  }

  private static Collection<JsonValue> members(JsonValue value) {
    return value.kind() == JsonValue.Kind.OBJECT ? value.asMap().values() : Collections.emptyList();
  }

  private void add(WorkflowStep step) {
    steps
        .computeIfAbsent(step.type().value(), any -> new TreeMap<>())
        .putAll(step.additionalProperties());
  }

  private static WorkflowStep step(JsonValue json) {
    try {
      return STEP.fromJson(json.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the values at a path such as {@code $.steps[0].input.*.type}. */
  private static List<JsonValue> at(JsonValue run, String path) {
    List<JsonValue> values = Collections.singletonList(run);
    for (String step : path.substring(1).replace("]", "").split("[.\\[]", -1)) {
      List<JsonValue> inside = new ArrayList<>();
      for (JsonValue value : values) {
        if (step.equals("*")) {
          inside.addAll(members(value));
        } else {
          JsonValue member = step.isEmpty() ? value : value.at("/" + step);
          if (member != null) {
            inside.add(member);
          }
        }
      }
      values = inside;
    }
    return values;
  }
}
