package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.core.call.CallEvents;
import ai.withcortex.core.call.Listeners;
import ai.withcortex.core.call.Retry;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.RetryEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

final class CallEventsTest {
  private final CortexException failure = new CortexConnectionException("m", null, 1, true);

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void tellOfTheEndLastAlthoughAnotherThreadEndsTheCall() throws InterruptedException {
    Thread[] ending = new Thread[1];
    CallEvents events =
        events(
            attempt -> {
              ending[0].start();
              awaitWaiting(ending[0]);
            });
    ending[0] = new Thread(() -> events.failed(1, failure));
    events.attemptStarts(1, 0);

    events.attemptFailed(1, 503, failure);
    ending[0].join();

    assertEquals(List.of("started", "attempt 1", "failed"), told);
  }

  @Test
  void tellNothingAfterTheEnd() {
    CallEvents events = events(attempt -> {});
    events.attemptStarts(1, 0);
    events.failed(1, failure);

    events.attemptFailed(1, null, failure);
    events.retryScheduled(2, new Retry("connection failure", 0));
    events.attemptStarts(2, 0);
    events.attemptFailed(2, null, failure);
    events.failed(2, failure);

    assertEquals(List.of("started", "attempt 1", "failed"), told);
  }

  @Test
  void tellNothingOfACallThatWasNotSent() {
    events(attempt -> {}).failed(0, failure);

    assertEquals(List.of(), told);
  }

  /** Until the thread waits for its turn to tell, or has told already. */
  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private CallEvents events(Consumer<AttemptEvent> onAttempt) {
    CortexListener listener =
        new CortexListener() {
          @Override
          public void requestStarted(RequestEvent request) {
            told.add("started");
          }

          @Override
          public void attemptEnded(AttemptEvent attempt) {
            onAttempt.accept(attempt);
            told.add("attempt " + attempt.number());
          }

          @Override
          public void retryScheduled(RetryEvent retry) {
            told.add("retry " + retry.number());
          }

          @Override
          public void requestFailed(FailureEvent failure) {
            told.add("failed");
          }
        };
    Request request = new Request.Builder().url("http://127.0.0.1/things").build();
    return new CallEvents(new Listeners(List.of(listener)), new FakeTime(), request);
  }
}
