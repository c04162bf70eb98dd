package ai.withcortex.core.body;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Streams a decompressed body and fails if it is longer than the limit. */
final class LimitedSource extends ForwardingSource {
  private final long limit;
  private long received;

  LimitedSource(Source body, long limit) {
    super(body);
    this.limit = limit;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long bytes = super.read(sink, byteCount);
    received += Math.max(0, bytes);
    if (received > limit) {
      throw new UnreadableBodyException(
          "the body is longer than the limit of " + limit + " bytes", "$", "");
    }
    return bytes;
  }
}
