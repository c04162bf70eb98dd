package ai.withcortex.core.call;

/** The reason a call ended early. */
public enum CancelReason {
  CANCELED,
  CLOSED,
  OUT_OF_TIME
}
