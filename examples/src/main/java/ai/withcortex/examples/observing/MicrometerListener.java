package ai.withcortex.examples.observing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.ResponseEvent;
import ai.withcortex.core.event.RetryEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Meters calls with Micrometer: how long calls and their attempts take, how they end, and how often
 * and why they are retried.
 *
 * <p>Tags have the names that Spring uses for HTTP clients. Each tag has few values: {@code uri} is
 * the path with parameter names, never with IDs. A meter always has all its tags, because
 * Prometheus rejects anything else.
 */
public final class MicrometerListener implements CortexListener {
  private static final String NONE = "none";

  private final MeterProvider<Timer> calls;
  private final MeterProvider<Timer> attempts;
  private final MeterProvider<Counter> retries;
  private final MeterProvider<Counter> drift;

  public MicrometerListener(MeterRegistry registry) {
    requireNonNull(registry, "registry == null");
    calls =
        Timer.builder("cortex.client.calls")
            .description("Calls, including all attempts and the delays between them")
            .withRegistry(registry);
    attempts =
        Timer.builder("cortex.client.attempts")
            .description("Individual attempts of calls")
            .withRegistry(registry);
    retries =
        Counter.builder("cortex.client.retries")
            .description("Attempts that follow a failed attempt")
            .withRegistry(registry);
    drift =
        Counter.builder("cortex.client.drift")
            .description("Places in responses that differ from the spec")
            .withRegistry(registry);
  }

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    attempts
        .withTags(tags(attempt.request(), attempt.status(), attempt.failure()))
        .record(attempt.duration());
  }

  @Override
  public void retryScheduled(RetryEvent retry) {
    retries.withTags(tags(retry.request()).and("reason", retry.reason())).increment();
  }

  @Override
  public void responseReceived(ResponseEvent response) {
    calls.withTags(tags(response.request(), response.status(), null)).record(response.duration());
  }

  @Override
  public void requestFailed(FailureEvent failure) {
    calls
        .withTags(tags(failure.request(), failure.status(), failure.failure()))
        .record(failure.duration());
  }

  /** Omits the path, because its names come from the server and their number is unbounded. */
  @Override
  public void driftFound(DriftEvent found) {
    drift.withTag("kind", found.drift().kind().name()).increment((double) found.drift().count());
  }

  private static Tags tags(
      RequestEvent request, @Nullable Integer status, @Nullable String failure) {
    return tags(request)
        .and("status", status == null ? NONE : status.toString())
        .and("exception", failure == null ? NONE : failure)
        .and(outcome(status, failure).asTag());
  }

  private static Tags tags(RequestEvent request) {
    String route = request.route();
    return Tags.of("method", request.method(), "uri", route == null ? NONE : route);
  }

  /** A successful status does not count as a success if the body could not be read. */
  private static Outcome outcome(@Nullable Integer status, @Nullable String failure) {
    boolean isUnread = failure != null && status != null && status < 300;
    return status == null || isUnread ? Outcome.UNKNOWN : Outcome.forStatus(status);
  }
}
