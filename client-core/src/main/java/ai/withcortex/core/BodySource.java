package ai.withcortex.core;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes, after decompression: no longer than the limit, and UTF-8.
 *
 * <p>It also tells a connection that breaks from JSON that ends early, since both are an
 * EOFException.
 */
final class BodySource extends ForwardingSource {
  private final long limit;
  private final Utf8Check utf8 = new Utf8Check();
  private long count;
  private @Nullable IOException failure;

  BodySource(Source body, long limit) {
    super(body);
    this.limit = limit;
  }

  /** What ended reading, or null if nothing did. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    try {
      Buffer read = new Buffer();
      long bytes = super.read(read, byteCount);
      check(read);
      sink.write(read, read.size());
      return bytes;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private void check(Buffer read) throws UnreadableBodyException {
    if (count + read.size() > limit) {
      throw new UnreadableBodyException(
          "the body is longer than the limit of " + limit + " bytes", "$", null);
    }
    for (byte next : read.snapshot().toByteArray()) {
      if (!utf8.accepts(next)) {
        throw new UnreadableBodyException("byte " + count + " of the body is no UTF-8", "$", null);
      }
      count++;
    }
  }
}
