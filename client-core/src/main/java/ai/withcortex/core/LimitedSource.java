package ai.withcortex.core;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes, after decompression, no longer than the limit.
 *
 * <p>It also tells a connection that breaks from JSON that ends early, since both are an
 * EOFException.
 */
class LimitedSource extends ForwardingSource {
  private final BodyLimits limits;
  private long received;
  private @Nullable IOException failure;

  LimitedSource(Source body, BodyLimits limits) {
    super(body);
    this.limits = limits;
  }

  /** What ended reading, or null if nothing did. */
  final @Nullable IOException failure() {
    return failure;
  }

  @Override
  public final long read(Buffer sink, long byteCount) throws IOException {
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

  /** Looks at what has come, before anyone else does. */
  void check(Buffer read) throws UnreadableBodyException {
    received += read.size();
    if (received > limits.bytes) {
      throw refused("the body is longer than the limit of " + limits.bytes + " bytes");
    }
  }

  static UnreadableBodyException refused(String reason) {
    return new UnreadableBodyException(reason, "$", "");
  }
}
