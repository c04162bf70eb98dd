package ai.withcortex.core.call;

/** The decision to make another attempt, with its reason and the delay before it. */
public final class Retry {
  public final String reason;
  public final long delayNanos;

  public Retry(String reason, long delayNanos) {
    this.reason = reason;
    this.delayNanos = delayNanos;
  }
}
