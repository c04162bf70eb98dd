package ai.withcortex.testing;

import ai.withcortex.model.Run;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A run with its place among others and its JSON, which is made at the first use. */
final class StoredRun {
  /** Newest first; of the same time, the last one added first. */
  static final Comparator<StoredRun> NEWEST_FIRST =
      Comparator.comparing(StoredRun::time).thenComparingLong(stored -> stored.sequence).reversed();

  private final Run run;
  private final long sequence;

  // Threads may race to fill it; what they write is the same.
  private volatile @Nullable RunJson json;

  StoredRun(Run run, long sequence) {
    this.run = run;
    this.sequence = sequence;
  }

  Run run() {
    return run;
  }

  long sequence() {
    return sequence;
  }

  String json(boolean isVerbose) {
    RunJson result = json;
    if (result == null) {
      result = RunJson.of(run);
      json = result;
    }
    return isVerbose ? result.verbose() : result.brief();
  }

  private static Instant time(StoredRun stored) {
    Instant createdAt = stored.run.createdAt();
    return createdAt == null ? Instant.MIN : createdAt;
  }
}
