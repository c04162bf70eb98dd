package ai.withcortex.core;

import okio.Buffer;
import okio.Source;

/** A body as it comes, after decompression: no longer and no deeper than the limits, and UTF-8. */
final class BodySource extends LimitedSource {
  private final BodyLimits limits;
  private final NestingCheck nesting;
  private final Utf8Check utf8 = new Utf8Check();
  private long count;

  BodySource(Source body, BodyLimits limits) {
    super(body, limits);
    this.limits = limits;
    this.nesting = new NestingCheck(limits.levels);
  }

  @Override
  void check(Buffer read) throws UnreadableBodyException {
    super.check(read);
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
}
