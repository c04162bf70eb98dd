package ai.withcortex.client.awaiting;

import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.model.Run;

/**
 * Is told how a run progresses while its end is awaited. What begins and ends between two polls is
 * only seen as far as the later poll shows it.
 *
 * <p>The methods are called one at a time and in order: on the calling thread if it waits in {@code
 * await}, or else on a thread of the client, {@code cortex-wait}. They may block, which delays
 * nothing but this await. If a method throws, the await ends with that exception.
 */
public interface ProgressListener {
  /**
   * Called with each status of the run once, in the order in which the client saw them. The last
   * status is that of the ended run, unless the await ends early.
   *
   * @param run the run as it was when it had the status for the first time. It may lack the parts
   *     that {@link AwaitOptions#runOptions} asks for, even if it has ended.
   */
  default void statusSeen(Run run) {}

  /**
   * Called once for each step that has ended, also if it failed, was skipped, or was canceled, but
   * not for the calls inside a step. A step has ended if it has an end time or a known status other
   * than {@code RUNNING}. The steps of an ended run come before its status, and any others after
   * the status with which they were seen. Steps that end between two polls come in the order of
   * their end times.
   *
   * @param run the run whose output has the step
   */
  default void stepEnded(Run run, StepOutput step) {}
}
