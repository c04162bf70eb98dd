package ai.withcortex.examples.observing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Keeps what is logged at a level or above. */
final class RecordingLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;

  private final Level lowest;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  RecordingLogger(Level lowest) {
    this.lowest = lowest;
  }

  /** Such as {@code INFO Message with its parameters}, durations without their digits. */
  List<String> lines() {
    return lines.stream().map(line -> line.replaceAll("PT[0-9.]+S", "PT_S")).toList();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable throwable) {
    lines.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return RecordingLogger.class.getName();
  }

  @Override
  public boolean isTraceEnabled() {
    return isEnabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isEnabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isEnabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isEnabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isEnabled(Level.ERROR);
  }

  private boolean isEnabled(Level level) {
    return level.toInt() >= lowest.toInt();
  }
}
