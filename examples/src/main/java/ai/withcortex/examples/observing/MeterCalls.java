package ai.withcortex.examples.observing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Meters a few calls with Micrometer and prints the meters. */
public final class MeterCalls {
  private MeterCalls() {}

  public static void main(String[] arguments) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    SampleCalls.make(new MicrometerListener(registry));
    System.out.println(registry.getMetersAsString());
  }
}
