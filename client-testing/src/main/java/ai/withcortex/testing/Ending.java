package ai.withcortex.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** How much of an answer is sent, and how the connection ends. */
enum Ending {
  COMPLETE,
  TRUNCATED_BODY,
  TRUNCATED_GZIP,
  NOTHING,
  RESET_BEFORE_HEADERS,
  RESET_DURING_HEADERS,
  RESET_AFTER_HEADERS;

  boolean isReset() {
    return this == RESET_BEFORE_HEADERS
        || this == RESET_DURING_HEADERS
        || this == RESET_AFTER_HEADERS;
  }

  /** Returns whether the caller receives a status. */
  boolean tellsStatus() {
    return this != NOTHING && this != RESET_BEFORE_HEADERS;
  }

  /** Gives the answer the body that this ending requires. */
  void prepare(Answer answer) {
    if (this == TRUNCATED_GZIP) {
      byte[] compressed = gzip(answer.body());
      answer.header("Content-Encoding", "gzip");
      answer.body(Arrays.copyOf(compressed, compressed.length / 2));
    }
  }

  /** Returns the length that the headers announce for a body. */
  int promised(int bodyLength) {
    return this == TRUNCATED_BODY ? Math.max(1, bodyLength) : bodyLength;
  }

  /** Returns how many bytes of a body are sent. */
  int sent(int bodyLength) {
    return this == TRUNCATED_BODY || this == RESET_AFTER_HEADERS ? bodyLength / 2 : bodyLength;
  }

  /** Returns how many bytes of the status line and the headers are sent. */
  int sentOfHead(int headLength) {
    return this == RESET_DURING_HEADERS ? headLength / 2 : tellsStatus() ? headLength : 0;
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
