package ai.withcortex.client.internal.awaiting;

import ai.withcortex.client.awaiting.ProgressListener;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells a listener each status and each ended step of a run once. Not thread-safe. */
final class Progress {
  private static final Comparator<StepOutput> BY_END =
      Comparator.comparing(StepOutput::end, Comparator.nullsLast(Comparator.naturalOrder()));

  private final ProgressListener listener;
  private final Set<RunStatus> statuses = new HashSet<>();
  private final Set<String> steps = new HashSet<>();

  Progress(ProgressListener listener) {
    this.listener = listener;
  }

  void tell(Run run) {
    boolean isEnded = run.status().isEnded();
    if (!isEnded) {
      tellStatus(run);
    }
    tellSteps(run);
    if (isEnded) {
      tellStatus(run);
    }
  }

  private void tellStatus(Run run) {
    if (statuses.add(run.status())) {
      listener.statusSeen(run);
    }
  }

  private void tellSteps(Run run) {
    List<StepOutput> ended = new ArrayList<>();
    for (StepOutput step : StepOutputs.of(run)) {
      if (isEnded(step) && steps.add(step.key())) {
        ended.add(step);
      }
    }
    ended.sort(BY_END);
    ended.forEach(step -> listener.stepEnded(run, step));
  }

  private static boolean isEnded(StepOutput step) {
    StepStatus status = step.status();
    boolean isFinal = status != null && status.isKnown() && !status.equals(StepStatus.RUNNING);
    return isFinal || step.end() != null;
  }
}
