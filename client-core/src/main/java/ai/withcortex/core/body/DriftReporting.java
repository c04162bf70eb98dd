package ai.withcortex.core.body;

import ai.withcortex.core.event.Drift;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.event.DriftReport;
import ai.withcortex.core.json.DriftSink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on the deviations found in the responses of one operation. */
public final class DriftReporting {
  private final DriftCount total;
  private final Consumer<DriftEvent> listener;
  private final boolean failOnDrift;
  private final @Nullable String route;

  public DriftReporting(
      DriftCount total,
      Consumer<DriftEvent> listener,
      boolean failOnDrift,
      @Nullable String route) {
    this.total = total;
    this.listener = listener;
    this.failOnDrift = failOnDrift;
    this.route = route;
  }

  DriftReporting of(@Nullable String operationRoute) {
    return new DriftReporting(total, listener, failOnDrift, operationRoute);
  }

  /**
   * Returns a sink that counts the deviations of a response, or fails on the first if so
   * configured.
   */
  DriftSink sink(DriftCount answer) {
    return failOnDrift ? DriftSink.FAIL : answer;
  }

  /** Reports the deviations counted in a response that has been read. */
  void tell(DriftCount answer) {
    if (answer.isEmpty()) {
      return;
    }
    DriftReport report = answer.report();
    total.add(report);
    for (Drift drift : report.drifts()) {
      listener.accept(new DriftEvent(route, drift));
    }
  }
}
