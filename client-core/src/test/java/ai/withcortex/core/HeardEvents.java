package ai.withcortex.core;

import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.ResponseEvent;
import ai.withcortex.core.event.RetryEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every event as it is. */
final class HeardEvents implements CortexListener {
  final List<Object> events = new CopyOnWriteArrayList<>();

  @Override
  public void requestStarted(RequestEvent request) {
    events.add(request);
  }

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    events.add(attempt);
  }

  @Override
  public void retryScheduled(RetryEvent retry) {
    events.add(retry);
  }

  @Override
  public void responseReceived(ResponseEvent response) {
    events.add(response);
  }

  @Override
  public void requestFailed(FailureEvent failure) {
    events.add(failure);
  }

  @Override
  public void driftFound(DriftEvent drift) {
    events.add(drift);
  }
}
