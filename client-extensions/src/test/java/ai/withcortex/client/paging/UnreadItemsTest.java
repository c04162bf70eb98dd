package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Items that cannot be read, in a list of 250 read by 100. */
final class UnreadItemsTest {
  private static final Set<Integer> UNREAD = Set.of(0, 99, 100, 249);

  private final List<Integer> delivered = new ArrayList<>();

  /** Serves some of its items as what cannot be read. */
  private final TestSource<Integer> source =
      new TestSource<Integer>() {
        private final FakePages server = new FakePages(250);

        @Override
        public Page<Integer> page(int number, int take) {
          Page<Integer> page = server.page(number, take);
          List<Integer> items = page.items();
          return Page.<Integer>builder()
              .from(page)
              .items(items.stream().filter(item -> !UNREAD.contains(item)).toList())
              .unread(
                  IntStream.range(0, items.size())
                      .filter(i -> UNREAD.contains(items.get(i)))
                      .mapToObj(i -> unread(i, items.get(i)))
                      .toList())
              .build();
        }
      };

  private static UnreadElement unread(int index, int item) {
    return new UnreadElement(
        index,
        JsonValue.parse("{\"id\":\"" + item + "\",\"status\":5}"),
        new CortexDataException("item " + item, "$[" + index + "].status", null));
  }

  @Test
  void failsWhenItIsReached() {
    Walk<Integer> walk = list().walk();
    CortexDataException first = assertThrows(CortexDataException.class, walk::hasNext);

    assertEquals("item 0", first.getMessage());
    assertEquals("page 1, 0 delivered", String.valueOf(first.position()));
    assertSame(first, assertThrows(CortexDataException.class, walk::next));
  }

  @Test
  void deliversWhatIsBeforeItAndGoesOnBehindItWithAnotherPolicy() {
    Walk<Integer> walk =
        list().walk(WalkOptions.builder().faults(FaultPolicy.SKIP).itemLimit(50L).build());
    walk.forEachRemaining(delivered::add);
    Walk<Integer> failing =
        list().walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build());

    CortexDataException e =
        assertThrows(CortexDataException.class, () -> failing.forEachRemaining(delivered::add));
    assertEquals("item 99", e.getMessage());
    assertEquals(98, delivered.size());

    String checkpoint = requireNonNull(e.position()).checkpoint();
    Walk<Integer> skipping =
        list()
            .walk(
                WalkOptions.builder()
                    .faults(FaultPolicy.SKIP)
                    .checkpoint(Checkpoint.of(checkpoint))
                    .build());
    skipping.forEachRemaining(delivered::add);
    assertEquals(readable(), delivered);
    assertEquals(4, skipping.receipt().faulted());
    assertEquals(246, skipping.receipt().delivered());
  }

  @Test
  void skipsAndCounts() {
    for (int prefetch : List.of(0, 4)) {
      delivered.clear();
      Walk<Integer> walk =
          list().walk(WalkOptions.builder().faults(FaultPolicy.SKIP).prefetch(prefetch).build());
      walk.forEachRemaining(delivered::add);

      assertEquals(readable(), delivered);
      assertEquals(4, walk.receipt().faulted());
      assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    }
  }

  @Test
  void deliversInTurn() {
    List<String> seen = new ArrayList<>();
    FaultPolicy policy =
        FaultPolicy.deliver(item -> seen.add(item.json().json() + item.failure().path()));
    Walk<Integer> walk = list().walk(WalkOptions.builder().faults(policy).build());
    walk.forEachRemaining(
        item -> {
          if (item == 98 || item == 101) {
            seen.add(String.valueOf(item));
          }
        });

    assertEquals(
        List.of(
            "{\"id\":\"0\",\"status\":5}$[0].status",
            "98",
            "{\"id\":\"99\",\"status\":5}$[99].status",
            "{\"id\":\"100\",\"status\":5}$[1].status",
            "101",
            "{\"id\":\"249\",\"status\":5}$[53].status"),
        seen);
  }

  @Test
  void standsBesideTheOthersOnItsPage() {
    List<String> unread = new ArrayList<>();
    for (Page<Integer> page : list().pages()) {
      delivered.addAll(page.items());
      page.unread().forEach(item -> unread.add(page.number() + ": " + item.index()));
    }

    assertEquals(readable(), delivered);
    assertEquals(List.of("1: 0", "1: 99", "2: 0", "3: 49"), unread);
  }

  private PagedIterable<Integer> list() {
    return PagedIterables.of(source, 1, 100);
  }

  private static List<Integer> readable() {
    return IntStream.range(0, 250).filter(i -> !UNREAD.contains(i)).boxed().toList();
  }
}
