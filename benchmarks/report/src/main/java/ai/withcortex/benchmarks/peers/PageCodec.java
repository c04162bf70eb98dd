package ai.withcortex.benchmarks.peers;

import java.io.IOException;

/** Defines how a peer reads and writes a page of runs. */
public record PageCodec(Decoding decoding, Encoding encoding) {
  public Object decode(byte[] page) throws IOException {
    return decoding.decode(page);
  }

  /** Writes a page that {@link #decode} returned. */
  public byte[] encode(Object page) throws IOException {
    return encoding.encode(page);
  }

  interface Decoding {
    Object decode(byte[] page) throws IOException;
  }

  interface Encoding {
    byte[] encode(Object page) throws IOException;
  }
}
