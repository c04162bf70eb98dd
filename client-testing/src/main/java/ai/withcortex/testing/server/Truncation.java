package ai.withcortex.testing.server;

/** How much of a response is sent, and whether the connection then ends in a reset. */
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

  /** Returns the length that the headers announce for a body. */
  int announcedLength(int bodyLength) {
    return this == TRUNCATED_BODY ? Math.max(1, bodyLength) : bodyLength;
  }

  /** Returns how many bytes of a body are sent. */
  int sentLength(int bodyLength) {
    return this == TRUNCATED_BODY || this == RESET_AFTER_HEADERS ? bodyLength / 2 : bodyLength;
  }

  /** Returns how many bytes of the status line and the headers are sent. */
  int sentHeadLength(int headLength) {
    return this == RESET_DURING_HEADERS ? headLength / 2 : sendsStatus() ? headLength : 0;
  }
}
