package ai.withcortex.core;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes, after decompression: no longer and no deeper than the limits, and UTF-8.
 *
 * <p>It also tells a connection that breaks from JSON that ends early, since both are an
 * EOFException.
 */
final class BodySource extends ForwardingSource {
  private final BodyLimits limits;
  private final NestingCheck nesting;
  private final Utf8Check utf8 = new Utf8Check();
  private long count;
  private @Nullable IOException failure;

  BodySource(Source body, BodyLimits limits) {
    super(body);
    this.limits = limits;
    this.nesting = new NestingCheck(limits.levels);
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
    if (count + read.size() > limits.bytes) {
      throw refused("the body is longer than the limit of " + limits.bytes + " bytes");
    }
    for (byte next : read.snapshot().toByteArray()) {
      if (!utf8.accepts(next)) {
        throw refused("byte " + count + " of the body is no UTF-8");
      }
      if (!nesting.accepts(next)) {
        throw refused(
            "byte "
                + count
                + " of the body opens more than the limit of "
                + limits.levels
                + " levels");
      }
      count++;
    }
  }

  private static UnreadableBodyException refused(String reason) {
    return new UnreadableBodyException(reason, "$", "");
  }
}
