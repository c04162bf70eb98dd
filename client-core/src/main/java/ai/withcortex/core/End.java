package ai.withcortex.core;

/** Why a call is over before its attempts are. */
enum End {
  CANCELED,
  CLOSED,
  OUT_OF_TIME
}
