package ai.withcortex.examples.observing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenTelemetryListenerTest {
  private static final String NAME = "GET /apps/{app_id}/workflows/{workflow_id}/runs";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
          .build();
  private final ObservedCalls calls = new ObservedCalls(new OpenTelemetryListener(telemetry));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tracesARetryBelowTheSpanOfTheCaller(boolean async) {
    Span caller = telemetry.getTracer("test").spanBuilder("caller").startSpan();
    try (calls) {
      Context.current().with(caller).wrap(() -> calls.retry(async)).run();
    }
    caller.end();

    assertSpans(
        attempt("work_1", "error.type=503", "http.response.status_code=503") + " ERROR",
        attempt("work_1", "http.request.resend_count=1", "http.response.status_code=200")
            + " UNSET",
        "INTERNAL Cortex "
            + NAME
            + " below caller {} UNSET, retry scheduled"
            + " {cortex.retry.delay_ms=0, cortex.retry.reason=HTTP 503}",
        "INTERNAL caller below nothing {} UNSET");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tracesAFailure(boolean async) {
    try (calls) {
      calls.fail(async);
    }

    assertSpans(
        attempt("work_9", "error.type=404", "http.response.status_code=404") + " ERROR",
        failedCall("NotFoundException")
            + " HTTP 404 from GET /apps/app_1/workflows/work_9/runs: Workflow not found: work_9");
  }

  @Test
  void endsTheSpansOfACanceledCall() throws InterruptedException {
    try (calls) {
      calls.cancel();
    }

    assertSpans(
        attempt("work_1", "error.type=CortexCanceledException") + " ERROR",
        failedCall("CortexCanceledException")
            + " GET /apps/app_1/workflows/work_1/runs was canceled");
  }

  @Test
  void endsTheSpansOfAnOpenCallWhenTheClientIsClosed() throws InterruptedException {
    try (calls) {
      calls.closeClient();
    }

    assertSpans(
        attempt("work_1", "error.type=CortexCanceledException") + " ERROR",
        failedCall("CortexCanceledException")
            + " GET /apps/app_1/workflows/work_1/runs was stopped because the client was closed");
  }

  @Test
  void countsDriftByPlaces() {
    try (calls) {
      calls.drift();
    }

    List<String> found = new ArrayList<>();
    for (MetricData metric : metrics.collectAllMetrics()) {
      for (LongPointData point : metric.getLongSumData().getPoints()) {
        found.add(
            metric.getName() + " " + attributes(point.getAttributes().asMap()) + point.getValue());
      }
    }
    assertEquals(List.of("cortex.client.drift {cortex.drift.kind=UNKNOWN_PROPERTY}2"), found);
  }

  private String attempt(String workflowId, String... attributes) {
    Map<String, String> all = new TreeMap<>();
    for (String attribute : attributes) {
      String[] parts = attribute.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    String port = String.valueOf(calls.port());
    all.put("http.request.method", "GET");
    all.put("server.address", "127.0.0.1");
    all.put("server.port", port);
    all.put(
        "url.full",
        "http://127.0.0.1:"
            + port
            + "/apps/app_1/workflows/"
            + workflowId
            + "/runs?page=1&take=2&next=[hidden]");
    all.put("url.template", NAME.substring("GET ".length()));
    return "CLIENT " + NAME + " below Cortex " + NAME + " " + all;
  }

  private static String failedCall(String error) {
    return "INTERNAL Cortex " + NAME + " below nothing {error.type=" + error + "} ERROR";
  }

  /** All spans that have ended, in that order. */
  private void assertSpans(String... expected) {
    List<SpanData> ended = spans.getFinishedSpanItems();
    Map<String, String> names =
        ended.stream().collect(Collectors.toMap(SpanData::getSpanId, SpanData::getName));
    assertEquals(List.of(expected), ended.stream().map(span -> describe(span, names)).toList());
  }

  private static String describe(SpanData span, Map<String, String> names) {
    String events =
        span.getEvents().stream()
            .map(event -> ", " + event.getName() + " " + attributes(event.getAttributes().asMap()))
            .collect(Collectors.joining());
    String status = span.getStatus().getStatusCode() + " " + span.getStatus().getDescription();
    return span.getKind()
        + " "
        + span.getName()
        + " below "
        + names.getOrDefault(span.getParentSpanId(), "nothing")
        + " "
        + attributes(span.getAttributes().asMap())
        + " "
        + status.trim()
        + events;
  }

  private static String attributes(Map<?, ?> attributes) {
    Map<String, String> sorted = new TreeMap<>();
    attributes.forEach((key, value) -> sorted.put(key.toString(), value.toString()));
    return sorted.toString();
  }
}
