package ai.withcortex.core;

/** That there is another attempt: why, and after what delay. */
final class Retry {
  final String reason;
  final long delayNanos;

  Retry(String reason, long delayNanos) {
    this.reason = reason;
    this.delayNanos = delayNanos;
  }
}
