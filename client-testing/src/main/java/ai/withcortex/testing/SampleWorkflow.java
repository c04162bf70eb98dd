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

/** An invented workflow: its definitions, and what its runs are made from. */
final class SampleWorkflow {
  private static final Map<String, JsonValue> OUTCOMES = SampleParts.read("outcomes.json");

  /** A shop for garden tools answers customers who want to send something back. */
  static final SampleWorkflow RETURNS_DESK = new SampleWorkflow("returns-desk.json");

  /** A small library describes what came in and keeps a list of it. */
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
    // No definition leaves anything to chance.
    SampleParts all = new SampleParts(parts, new SampleRandom(0));
    versions = Definition.readAll(all.make("versions"), WorkflowVersion.class);
    drafts = Definition.readAll(all.make("drafts"), WorkflowVersionDraft.class);
    runCount = all.make("runs").asInt();
  }

  /**
   * The runs that follow from a seed, oldest first. Those of the last one are kept, since most
   * tests start many sandboxes of the same seed.
   */
  synchronized List<Run> runs(long seed) {
    if (runs.isEmpty() || seed != this.seed) {
      this.seed = seed;
      runs = Collections.unmodifiableList(new SampleRuns(this, seed).create());
    }
    return runs;
  }

  /** What its runs are made from. */
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
