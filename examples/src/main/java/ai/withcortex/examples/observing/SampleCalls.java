package ai.withcortex.examples.observing;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;

/** Makes calls that give a listener something to report. */
final class SampleCalls {
  /** Makes a call that succeeds on the second attempt and a call that fails. */
  static void make(CortexListener listener) {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .addListener(listener)
                .build()) {
      sandbox.faults(FaultScript.times(1, Fault.status(503)));
      String newest = cortex.workflow("app_1", "work_1").runs().iterator().next().id();
      System.out.println("The newest run is " + newest);
      cortex.workflow("app_1", "no-such-workflow").runs().iterator().next();
    } catch (NotFoundException e) {
      System.out.println("There is no such workflow");
    }
  }

  private SampleCalls() {}
}
