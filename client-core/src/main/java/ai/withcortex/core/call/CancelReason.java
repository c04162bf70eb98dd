package ai.withcortex.core.call;

/** The reason why a call ended early. */
public enum CancelReason {
  CANCELED,
  CLOSED,
  OUT_OF_TIME
}
