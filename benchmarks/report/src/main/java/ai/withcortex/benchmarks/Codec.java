package ai.withcortex.benchmarks;

import java.io.IOException;

/** How a peer reads and writes a page of runs. */
record Codec(Decoding decoding, Encoding encoding) {
  Object decode(byte[] page) throws IOException {
    return decoding.decode(page);
  }

  /** Writes what {@link #decode} made. */
  byte[] encode(Object page) throws IOException {
    return encoding.encode(page);
  }

  interface Decoding {
    Object decode(byte[] page) throws IOException;
  }

  interface Encoding {
    byte[] encode(Object page) throws IOException;
  }
}
