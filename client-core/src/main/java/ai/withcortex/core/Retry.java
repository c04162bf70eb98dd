package ai.withcortex.core;

/** The decision to make another attempt: its reason and the delay before it. */
final class Retry {
  final String reason;
  final long delayNanos;

  Retry(String reason, long delayNanos) {
    this.reason = reason;
    this.delayNanos = delayNanos;
  }
}
