package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks over lists that change; {@code -Dwalks=1000000} walks over more of them, and {@code
 * -Dwalks=1 -Dwalk=1734} over the one of a seed.
 */
@Tag("okhttp-agnostic")
final class WalkPropertyTest {
  static final long WALKS = Long.getLong("walks", 20_000);
  private static final long FIRST_SEED = Long.getLong("walk", 0);

  /** From so many on, rates mean something. */
  private static final long MANY_WALKS = 1_000;

  /** Every so many walks are followed by another one. */
  private static final int SECOND_WALKS = 4;

  /** A seed with which reading page by page loses items and does not notice. */
  private static final long SEED_OF_A_LOSS = 15;

  @ParameterizedTest
  @EnumSource
  void keepsItsPromisesWhateverChanges(WalkMode mode) {
    assertKeepsPromises(WALKS, mode, WalkedList::of);
  }

  /** Checks walks over the lists of so many seeds. */
  static void assertKeepsPromises(
      long walks, WalkMode mode, Function<HostileServer, WalkedList<?>> lists) {
    long easy = 0;
    long easyEnded = 0;
    long ended = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + walks; seed++) {
      try (WalkedList<?> list = lists.apply(new HostileServer(seed))) {
        HostileWalk<?> walk = new HostileWalk<>(mode, seed, list);
        walk.assertKeepsPromises();
        ended += walk.failure == null ? 1 : 0;
        easy += walk.isEasy() ? 1 : 0;
        easyEnded += walk.isEasy() && walk.failure == null ? 1 : 0;
        if (seed % SECOND_WALKS == 0) {
          // Relies on what the first walk has found out about the page numbers.
          walk.walkAgain();
          walk.assertKeepsPromises();
        }
      }
    }
    // The server is hostile, but most lists can be read.
    String rate = ended + " of " + walks + ", " + easyEnded + " of " + easy + " easy ones";
    assertTrue(walks < MANY_WALKS || ended > walks * 80 / 100, rate);
    assertTrue(walks < MANY_WALKS || easyEnded > easy * 98 / 100, rate);
  }

  @Test
  void neighbouringSeedsDrawAllKindsOfServers() {
    Set<String> kinds = new TreeSet<>();
    for (long seed = 0; seed < 200; seed++) {
      kinds.addAll(new HostileServer(seed).kinds());
    }
    assertEquals(47, kinds.size(), kinds::toString);
  }

  @Test
  void plainModeLosesItemsOnTheSameServers() {
    HostileWalk<?> walk = overPages(WalkMode.PLAIN, SEED_OF_A_LOSS);

    assertTrue(walk.missing > 0, walk::toString);
    assertEquals(Verdict.UNPROVABLE, walk.verdict());
    assertEquals(0, overPages(WalkMode.EXACT, SEED_OF_A_LOSS).missing);
  }

  private static HostileWalk<?> overPages(WalkMode mode, long seed) {
    return new HostileWalk<>(mode, seed, WalkedList.of(new HostileServer(seed)));
  }
}
