package ai.withcortex.testing.sample;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fictional workflow, with its definitions and the parts from which its runs are generated. */
final class SampleWorkflow {
  private static final Map<String, JsonValue> OUTCOMES = SampleParts.read("outcomes.json");

  /** The saved versions, newest first. */
  final List<Definition<WorkflowVersion>> versions;

  final List<Definition<WorkflowVersionDraft>> drafts;
  final int runCount;

  private final Map<String, JsonValue> parts;
  private final JsonValue about;

  SampleWorkflow(String file) {
    parts = SampleParts.read(file);
    // Definitions contain no random values.
    SampleParts all = new SampleParts(parts, new SampleRandom(0));
    versions = Definition.readAll(all.make("versions"), WorkflowVersion.class);
    drafts = Definition.readAll(all.make("drafts"), WorkflowVersionDraft.class);
    runCount = all.make("runs").asInt();
    about = all.make("workflow");
  }

  /** Returns the workflow, whose definition is its first draft. */
  Workflow workflow() {
    WorkflowVersionDraft draft = drafts.get(0).model;
    return SampleParts.model(about, Workflow.class).toBuilder()
        .key(draft.key())
        .input(draft.input())
        .inputDefault(draft.inputDefault())
        .inputOptions(draft.inputOptions())
        .steps(draft.steps())
        .build();
  }

  /** Returns the parts from which its runs are generated. */
  SampleParts parts(SampleRandom random) {
    return new SampleParts(OUTCOMES, random).with(parts);
  }

  /** Returns the saved versions, newest first, with those before the first one that runs used. */
  List<WorkflowVersion> allVersions() {
    List<WorkflowVersion> all = new ArrayList<>();
    versions.forEach(version -> all.add(version.model));
    WorkflowVersion oldest = all.get(all.size() - 1);
    Instant createdAt = requireNonNull(oldest.createdAt());
    long first = requireNonNull(oldest.version());
    for (long number = first - 1; number > 0; number--) {
      all.add(
          oldest.toBuilder()
              .id("wver_" + number)
              .version(number)
              .description("Version " + number)
              .createdAt(createdAt.minus(Duration.ofDays(first - number)))
              .build());
    }
    return all;
  }

  /** A version or draft as a model, with its steps as JSON. */
  static final class Definition<T> {
    final T model;
    final List<JsonValue> steps;

    private Definition(T model, List<JsonValue> steps) {
      this.model = model;
      this.steps = steps;
    }

    private static <T> List<Definition<T>> readAll(JsonValue definitions, Class<T> type) {
      List<Definition<T>> all = new ArrayList<>();
      for (JsonValue definition : definitions.asList()) {
        List<JsonValue> steps = requireNonNull(definition.get("steps")).asList();
        all.add(new Definition<>(SampleParts.model(definition, type), steps));
      }
      return all;
    }
  }
}
