package ai.withcortex.client.internal.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WindowTest {
  private static final int TAKE = 100;
  private static final int LONGEST = 10_000;

  @Test
  void noOtherWindowsThatOverlapReadAListInFewerRequests() {
    int[] fewest = fewestRequests();
    int requests = 1;
    Window window = Window.of(1, TAKE, 1);
    for (int size = 1; size <= LONGEST; size++) {
      if (window.start + window.take < size) {
        window = requireNonNull(Window.overlapping(window.start + window.take, TAKE, 1, 1));
        requests++;
      }
      assertEquals(fewest[size], requests, "for a list of " + size);
    }
    assertEquals(114, requests);
  }

  /** For each size of a list, by trying every window behind every other. */
  private static int[] fewestRequests() {
    int[] toEnd = new int[LONGEST + TAKE];
    Arrays.fill(toEnd, Integer.MAX_VALUE);
    for (int take = 1; take <= TAKE; take++) {
      toEnd[take] = 1;
    }
    for (int frontier = 1; frontier < LONGEST; frontier++) {
      for (int take = 1; take <= TAKE && toEnd[frontier] < Integer.MAX_VALUE; take++) {
        // The last window of this take that has an item before the frontier in it.
        int end = ((frontier - 1) / take + 1) * take;
        if (end > frontier) {
          toEnd[end] = Math.min(toEnd[end], toEnd[frontier] + 1);
        }
      }
    }
    // What reads more of a list reads a shorter one, too.
    for (int size = toEnd.length - 2; size > 0; size--) {
      toEnd[size] = Math.min(toEnd[size], toEnd[size + 1]);
    }
    return toEnd;
  }
}
