package ai.withcortex.core;

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
