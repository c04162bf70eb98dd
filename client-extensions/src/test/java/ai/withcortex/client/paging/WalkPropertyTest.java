package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.PagingContractException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks over lists that change; {@code -Dwalks=1000000} walks over more of them. */
final class WalkPropertyTest {
  private static final long WALKS = Long.getLong("walks", 20_000);

  /** From here on nothing may be missing, whatever the verdict. */
  private static final int LARGE_TAKE = 20;

  /** A seed with which reading page by page loses items and does not notice. */
  private static final long SEED_OF_A_LOSS = 9;

  @Test
  void deliversExactlyOnceWhateverChanges() {
    long ended = 0;
    for (long seed = 0; seed < WALKS; seed++) {
      Outcome outcome = Outcome.of(WalkMode.EXACT, seed);
      assertFalse(outcome.isRepeated, () -> "an item came twice: " + outcome);
      assertTrue(outcome.missing == 0 || outcome.mayMiss(), () -> "items are missing: " + outcome);
      ended += outcome.failure == null ? 1 : 0;
    }
    // The server is hostile, but most lists can be read.
    assertTrue(ended > WALKS * 97 / 100, "ended: " + ended);
  }

  @Test
  void plainModeLosesItemsOnTheSameServers() {
    Outcome outcome = Outcome.of(WalkMode.PLAIN, SEED_OF_A_LOSS);

    assertTrue(outcome.missing > 0, outcome::toString);
    assertEquals(Verdict.UNPROVABLE, outcome.receipt.verdict());
    assertEquals(0, Outcome.of(WalkMode.EXACT, SEED_OF_A_LOSS).missing);
  }

  private static final class Outcome {
    private final long seed;
    private final HostileServer server;
    private final Receipt receipt;
    private final int missing;
    private boolean isRepeated;
    private @Nullable PagingContractException failure;

    static Outcome of(WalkMode mode, long seed) {
      return new Outcome(mode, seed);
    }

    private Outcome(WalkMode mode, long seed) {
      this.seed = seed;
      server = new HostileServer(seed);
      Walk<String> walk =
          PagedIterable.of(server, 1, server.take()).walk(WalkOptions.builder().mode(mode).build());
      Set<String> delivered = new HashSet<>();
      try {
        walk.forEachRemaining(item -> isRepeated |= !delivered.add(item));
      } catch (PagingContractException e) {
        failure = e;
      }
      receipt = walk.receipt();
      Set<String> lost = new HashSet<>(server.lasting());
      lost.removeAll(delivered);
      missing = lost.size();
    }

    /**
     * A failure and a verdict say that something may be missing; the verdict only for small takes.
     */
    boolean mayMiss() {
      return failure != null
          || (receipt.verdict() == Verdict.UNPROVABLE && server.effectiveTake() < LARGE_TAKE);
    }

    @Override
    public String toString() {
      return "seed " + seed + ", missing " + missing + ", " + receipt + ", failure " + failure;
    }
  }
}
