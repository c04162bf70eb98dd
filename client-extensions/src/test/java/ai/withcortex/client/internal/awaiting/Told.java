package ai.withcortex.client.internal.awaiting;

import ai.withcortex.client.awaiting.ProgressListener;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.model.Run;
import java.util.List;

/** Keeps what it is told. */
record Told(List<String> told) implements ProgressListener {
  @Override
  public void statusSeen(Run run) {
    told.add(run.status().value());
  }

  @Override
  public void stepEnded(Run run, StepOutput step) {
    told.add(step.key() + " of " + run.id());
  }
}
