package ai.withcortex.core;

/** The reason why a call ended early. */
enum End {
  CANCELED,
  CLOSED,
  OUT_OF_TIME
}
