package ai.withcortex.examples;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowStep;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Enum values and kinds of steps that the spec does not list. A drift report does not have them,
 * since it has no values at all; they are found by reading the runs once more.
 */
final class NewLabels {
  private static final JsonAdapter<Run> RUN = CortexJson.moshi().adapter(Run.class);

  private static final JsonAdapter<WorkflowStep> STEP =
      CortexJson.moshi().adapter(WorkflowStep.class);

  private final Map<String, Set<String>> values = new TreeMap<>();
  private final Map<String, Map<String, JsonValue>> steps = new TreeMap<>();

  /** The new values of an enum. */
  Set<String> values(String schema) {
    return values.getOrDefault(schema, Collections.emptySet());
  }

  /** The new kinds of steps with the properties that not all steps have. */
  Map<String, Map<String, JsonValue>> steps() {
    return steps;
  }

  void addFrom(Run run) {
    JsonValue json = JsonValue.parse(RUN.toJson(run));
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json.json()));
    DriftSink sink =
        (kind, schema, path, found) -> {
          JsonValue value = at(json, path);
          if (kind == DriftKind.UNKNOWN_VALUE && value != null) {
            values.computeIfAbsent(schema, any -> new TreeSet<>()).add(value.asString());
          } else if (kind == DriftKind.UNKNOWN_VARIANT && value != null) {
            add(step(value));
          }
        };
    reader.setTag(DriftSink.class, sink);
    try {
      Run unused = RUN.fromJson(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Null if the path leads through a map, whose key it does not tell. */
  private static @Nullable JsonValue at(JsonValue run, String path) {
    return run.at(path.substring(1).replace("]", "").replaceAll("[.\\[]", "/"));
  }
}
