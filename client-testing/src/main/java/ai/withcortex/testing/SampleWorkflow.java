package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What distinguishes the runs of one invented workflow from those of another. */
interface SampleWorkflow {
  String appId();

  String workflowId();

  int runCount();

  /** The longest time between two runs. */
  int greatestGapSeconds();

  /** The saved versions, newest first. */
  List<WorkflowVersion> versions();

  List<WorkflowVersionDraft> drafts();

  /** The input of a run, or null if it has none. */
  @Nullable Map<String, JsonValue> input(SampleRandom random);

  /** A text as a language model may have written it. */
  String answer(SampleRandom random);

  /** What code makes of one element. */
  JsonValue item(SampleRandom random);
}
