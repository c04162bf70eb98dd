package ai.withcortex.client.internal.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProgressCheckTest {
  private static final int TAKE = 100;

  /** The list had 300 items at the start of the walk, and has 10,000 when it is resumed. */
  private final WalkState state = new WalkState(1, true);

  ProgressCheckTest() {
    state.count(counted(300));
    state.count(counted(10_000));
  }

  @Test
  void allowsForWhatTheListHasGrownByDuringAPause() {
    ProgressCheck progress = new ProgressCheck(state);

    // Eight times the 300 items, and 2,000 more, are 4,400.
    assertNull(check(progress, 4_401));
    state.count(counted(90_000));
    assertNull(check(progress, 82_000));
  }

  @Test
  void measuresGrowthFromTheFirstResponseAfterAPause() {
    ProgressCheck progress = new ProgressCheck(state);
    assertNull(check(progress, 4_401));
    state.count(counted(90_000));

    assertEquals(
        "Page 821 (take 100) reaches item 82001 of a list that had 10000 items at the start of the"
            + " walk. The list grows faster than the walk reads it; try again at a quieter time.",
        requireNonNull(check(progress, 82_001)).getMessage());
  }

  /** Items that are deleted again do not move the walk on, but it has read them. */
  @Test
  void measuresWhatTheWalkHasReadIfItemsAreDeletedAsWell() {
    state.delivered = 100_000;
    ProgressCheck progress = new ProgressCheck(state);
    state.delivered += 82_000;
    assertNull(check(progress, 5_000));
    state.delivered++;

    assertEquals(
        "Page 51 (take 100) reaches item 82001 of a list that had 10000 items at the start of the"
            + " walk. The list grows faster than the walk reads it; try again at a quieter time.",
        requireNonNull(check(progress, 5_001)).getMessage());
  }

  private static @Nullable PagingContractException check(ProgressCheck progress, long frontier) {
    return progress.check(
        Window.of(frontier / TAKE + 1, TAKE, 1), TAKE, true, frontier, new Identity(frontier, 1));
  }

  private static PageContent<String> counted(long count) {
    return new PageContent<>(new ArrayList<>(), 1, TAKE, true, count);
  }
}
