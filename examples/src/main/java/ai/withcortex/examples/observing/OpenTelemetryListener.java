package ai.withcortex.examples.observing;

import static io.opentelemetry.semconv.ErrorAttributes.ERROR_TYPE;
import static io.opentelemetry.semconv.HttpAttributes.HTTP_REQUEST_METHOD;
import static io.opentelemetry.semconv.HttpAttributes.HTTP_REQUEST_RESEND_COUNT;
import static io.opentelemetry.semconv.HttpAttributes.HTTP_RESPONSE_STATUS_CODE;
import static io.opentelemetry.semconv.ServerAttributes.SERVER_ADDRESS;
import static io.opentelemetry.semconv.ServerAttributes.SERVER_PORT;
import static io.opentelemetry.semconv.UrlAttributes.URL_FULL;
import static java.util.Objects.requireNonNull;

import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.ResponseEvent;
import ai.withcortex.core.event.RetryEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Traces calls with OpenTelemetry. Each call has a span, and each of its attempts has a child span.
 *
 * <p>The spans of attempts are HTTP client spans that follow the <a
 * href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">semantic conventions</a>, one
 * for each time that a request is sent. The span of a call is internal. It shows how long the
 * caller waited, including delays between attempts, and it is a child of the span that was current
 * when the call was made.
 *
 * <p>A listener cannot change requests, so the trace context is not propagated to the server. An
 * {@code OkHttpClient} with OpenTelemetry's own interceptor propagates it but also creates spans
 * for attempts. If you use that interceptor, remove {@link #attemptEnded}.
 */
public final class OpenTelemetryListener implements CortexListener {
  private static final String SCOPE = "ai.withcortex.client";

  /** Part of the conventions but not yet stable; only stable attributes have constants. */
  private static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");

  private static final AttributeKey<String> RETRY_REASON =
      AttributeKey.stringKey("cortex.retry.reason");
  private static final AttributeKey<Long> RETRY_DELAY =
      AttributeKey.longKey("cortex.retry.delay_ms");
  private static final AttributeKey<String> DRIFT_KIND =
      AttributeKey.stringKey("cortex.drift.kind");

  private final Tracer tracer;
  private final LongCounter drift;

  /**
   * The spans of open calls. Threads other than the caller's add data to the spans and end them.
   */
  private final Map<RequestEvent, Context> calls = new ConcurrentHashMap<>();

  public OpenTelemetryListener(OpenTelemetry telemetry) {
    requireNonNull(telemetry, "telemetry == null");
    tracer = telemetry.getTracer(SCOPE);
    drift =
        telemetry
            .getMeter(SCOPE)
            .counterBuilder("cortex.client.drift")
            .setDescription("Places in responses that differ from the spec")
            .setUnit("{place}")
            .build();
  }

  @Override
  public void requestStarted(RequestEvent request) {
    Context caller = Context.current();
    Span call = tracer.spanBuilder("Cortex " + name(request)).setParent(caller).startSpan();
    calls.put(request, caller.with(call));
  }

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    Instant end = Instant.now();
    Span span = builder(attempt).setStartTimestamp(end.minus(attempt.duration())).startSpan();
    if (attempt.failure() != null) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(end);
  }

  @Override
  public void retryScheduled(RetryEvent retry) {
    Attributes attributes =
        Attributes.of(RETRY_REASON, retry.reason(), RETRY_DELAY, retry.delay().toMillis());
    Span.fromContext(context(retry.request())).addEvent("retry scheduled", attributes);
  }

  @Override
  public void responseReceived(ResponseEvent response) {
    Span call = Span.fromContext(context(response.request()));
    calls.remove(response.request());
    call.end();
  }

  @Override
  public void requestFailed(FailureEvent failure) {
    Span call = Span.fromContext(context(failure.request()));
    calls.remove(failure.request());
    String message = failure.message();
    call.setAttribute(ERROR_TYPE, failure.failure());
    call.setStatus(StatusCode.ERROR, message == null ? "" : message);
    call.end();
  }

  /** Records a metric because a span event would have to know which call it belongs to. */
  @Override
  public void driftFound(DriftEvent found) {
    drift.add(found.drift().count(), Attributes.of(DRIFT_KIND, found.drift().kind().name()));
  }

  private Context context(RequestEvent request) {
    return calls.getOrDefault(request, Context.root());
  }

  /** Sets all attributes before the span starts, because samplers look at them at that point. */
  private SpanBuilder builder(AttemptEvent attempt) {
    RequestEvent request = attempt.request();
    Integer status = attempt.status();
    String failure = attempt.failure();
    SpanBuilder span =
        tracer
            .spanBuilder(name(request))
            .setParent(context(request))
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(HTTP_REQUEST_METHOD, request.method())
            .setAttribute(SERVER_ADDRESS, request.host())
            .setAttribute(SERVER_PORT, (long) request.port())
            .setAttribute(URL_FULL, request.url());
    String route = request.route();
    if (route != null) {
      span.setAttribute(URL_TEMPLATE, route);
    }
    if (attempt.number() > 1) {
      span.setAttribute(HTTP_REQUEST_RESEND_COUNT, attempt.number() - 1L);
    }
    if (status != null) {
      span.setAttribute(HTTP_RESPONSE_STATUS_CODE, status.longValue());
    }
    if (failure != null) {
      span.setAttribute(ERROR_TYPE, status == null || status < 300 ? failure : status.toString());
    }
    return span;
  }

  /** Returns a span name that follows the conventions: it never contains a path with IDs. */
  private static String name(RequestEvent request) {
    String route = request.route();
    return route == null ? request.method() : request.method() + " " + route;
  }
}
