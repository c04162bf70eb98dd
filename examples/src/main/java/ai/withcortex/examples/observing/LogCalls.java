package ai.withcortex.examples.observing;

import org.slf4j.LoggerFactory;

/**
 * Logs a few calls with SLF4J. This example uses {@code slf4j-simple}, which writes to standard
 * error, starting at the level in {@code simplelogger.properties}.
 */
public final class LogCalls {
  private LogCalls() {}

  public static void main(String[] arguments) {
    SampleCalls.make(new Slf4jListener(LoggerFactory.getLogger("ai.withcortex.client")));
  }
}
