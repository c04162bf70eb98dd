package ai.withcortex.testing.server;

/** Defines how much of a response is sent and whether the connection then ends in a reset. */
public enum Truncation {
  NONE,
  TRUNCATED_BODY,
  TRUNCATED_GZIP,
  NOTHING_SENT,
  RESET_BEFORE_HEADERS,
  RESET_DURING_HEADERS,
  RESET_AFTER_HEADERS;

  boolean isReset() {
    return this == RESET_BEFORE_HEADERS
        || this == RESET_DURING_HEADERS
        || this == RESET_AFTER_HEADERS;
  }

  /** Returns whether the caller receives a status. */
  boolean sendsStatus() {
    return this != NOTHING_SENT && this != RESET_BEFORE_HEADERS;
  }

  /** Returns the body length that the headers announce. */
  int announcedLength(int bodyLength) {
    return this == TRUNCATED_BODY ? Math.max(1, bodyLength) : bodyLength;
  }

  /** Returns the number of body bytes to send. */
  int sentLength(int bodyLength) {
    return this == TRUNCATED_BODY || this == RESET_AFTER_HEADERS ? bodyLength / 2 : bodyLength;
  }

  /** Returns the number of bytes to send of the status line and headers. */
  int sentHeadLength(int headLength) {
    return this == RESET_DURING_HEADERS ? headLength / 2 : sendsStatus() ? headLength : 0;
  }
}
