package ai.withcortex.examples.observing;

import org.slf4j.LoggerFactory;

/**
 * Logs some calls with SLF4J. It is {@code slf4j-simple} that writes them here, to the standard
 * error stream and from the level in {@code simplelogger.properties} on.
 */
public final class LogCalls {
  private LogCalls() {}

  public static void main(String[] arguments) {
    SampleCalls.make(new Slf4jListener(LoggerFactory.getLogger("ai.withcortex.client")));
  }
}
