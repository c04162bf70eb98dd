package ai.withcortex.examples.observing;

import ai.withcortex.core.event.CortexListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.logging.LoggingSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Traces the calls of a job with OpenTelemetry and logs the spans. */
public final class TraceCalls {
  private TraceCalls() {}

  public static void main(String[] arguments) {
    SdkTracerProvider tracers =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(LoggingSpanExporter.create()))
            .build();
    try (OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder().setTracerProvider(tracers).build()) {
      Span job = telemetry.getTracer("ai.withcortex.examples").spanBuilder("job").startSpan();
      CortexListener listener = new OpenTelemetryListener(telemetry);
      Context.current().with(job).wrap(() -> SampleCalls.make(listener)).run();
      job.end();
    }
  }
}
