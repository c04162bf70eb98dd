package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A fictional workflow: its definitions, and the parts from which its runs are generated. */
final class SampleWorkflow {
  private static final Map<String, JsonValue> OUTCOMES = SampleParts.read("outcomes.json");

  /** A shop for garden tools that answers customers who want to return a product. */
  static final SampleWorkflow RETURNS_DESK = new SampleWorkflow("returns-desk.json");

  /** A small library that describes its acquisitions and keeps a list of them. */
  static final SampleWorkflow READING_LIST = new SampleWorkflow("reading-list.json");

  /** The saved versions, newest first. */
  final List<Definition<WorkflowVersion>> versions;

  final List<Definition<WorkflowVersionDraft>> drafts;
  final int runCount;

  private final Map<String, JsonValue> parts;
  private long seed;
  private List<Run> runs = Collections.emptyList();

  private SampleWorkflow(String file) {
    parts = SampleParts.read(file);
    // Definitions contain nothing random.
    SampleParts all = new SampleParts(parts, new SampleRandom(0));
    versions = Definition.readAll(all.make("versions"), WorkflowVersion.class);
    drafts = Definition.readAll(all.make("drafts"), WorkflowVersionDraft.class);
    runCount = all.make("runs").asInt();
  }

  /**
   * Returns the runs for a seed, oldest first. Keeps the runs of the last seed, since most tests
   * start many sandboxes with the same one.
   */
  synchronized List<Run> runs(long seed) {
    if (runs.isEmpty() || seed != this.seed) {
      this.seed = seed;
      runs = Collections.unmodifiableList(new SampleRuns(this, seed).create());
    }
    return runs;
  }

  /** Returns the parts from which its runs are generated. */
  SampleParts parts(SampleRandom random) {
    return new SampleParts(OUTCOMES, random).with(parts);
  }

  /** A version or a draft, as a model and as JSON. */
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
