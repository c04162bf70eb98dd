package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks over lists that do not change, at servers that ignore the take and do not tell theirs. */
final class OwnPageSizeTest {
  private static final WalkOptions PLAIN = WalkOptions.builder().mode(WalkMode.PLAIN).build();

  private final List<Integer> delivered = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "25, 20, 31", "25, 20, 20", "39, 20, 31", "100, 90, 200", "15, 10, 31", "19, 18, 31",
    "61, 20, 31", "25, 20, 7", "5, 3, 3", "5, 3, 20", "250, 100, 99", "250, 100, 101",
    "87, 53, 100", "17, 14, 100", "30, 25, 100", "40, 25, 100"
  })
  void readsAllInAFewRequests(int size, int ownTake, int take) {
    for (boolean tellsCount : new boolean[] {true, false}) {
      FakePages server = server(size, ownTake, tellsCount);
      delivered.clear();
      Walk<Integer> walk = PagedIterables.of(server, 1, take).walk();
      walk.forEachRemaining(delivered::add);

      assertEquals(server.items, delivered);
      assertEquals("the server ignores take, so pages cannot overlap", walk.receipt().reason());
      assertTrue(server.requests.size() <= size / ownTake + 6, server.requests::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 80, 100, 80", "100, 80, 100, 99", "190, 90, 100, 95", "25, 20, 31, 20"})
  void resumes(int size, int ownTake, int take, int stop) {
    for (boolean tellsCount : new boolean[] {true, false}) {
      FakePages server = server(size, ownTake, tellsCount);
      for (WalkOptions options : List.of(WalkOptions.DEFAULT, PLAIN)) {
        delivered.clear();
        Walk<Integer> walk = PagedIterables.of(server, 1, take).walk(options);
        for (int i = 0; i < stop; i++) {
          delivered.add(walk.next());
        }
        WalkOptions resumed = options.toBuilder().checkpoint(walk.checkpoint()).build();
        PagedIterables.of(server, 1, take).walk(resumed).forEachRemaining(delivered::add);

        assertEquals(server.items, delivered);
      }
    }
  }

  /** Only the last items before the checkpoint are known, and others may be on their page. */
  @Test
  void resumesBehindItemsThatMovedOn() {
    for (boolean tellsCount : new boolean[] {true, false}) {
      FakePages server = server(500, 110, tellsCount);
      delivered.clear();
      Walk<Integer> walk = PagedIterables.of(server, 1, 165).walk();
      for (int i = 0; i < 94; i++) {
        delivered.add(walk.next());
      }
      server.items = IntStream.range(-40, 500).boxed().toList();
      PagedIterables.of(server, 1, 165)
          .walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build())
          .forEachRemaining(delivered::add);

      assertEquals(IntStream.range(0, 500).boxed().toList(), delivered);
    }
  }

  /** The page at the position may have nothing but items that were added before it. */
  @ParameterizedTest
  @CsvSource({"28, 75, 100", "28, 75, 130", "48, 47, 130"})
  void resumesBehindPagesThatWereAdded(int first, int second, int added) {
    FakePages server = server(600, 48, true);
    server.tellsTake = true;
    List<Integer> list = server.items;
    PagedIterable<Integer> pages = PagedIterables.of(server, 1, 108);
    WalkOptions options = WalkOptions.DEFAULT;
    for (int i = 1; i <= 2; i++) {
      Walk<Integer> walk = pages.walk(options);
      for (int left = i == 1 ? first : second; left > 0; left--) {
        delivered.add(walk.next());
      }
      options = WalkOptions.builder().checkpoint(walk.checkpoint()).build();
      server.items = IntStream.range(-added * i, 600).boxed().toList();
    }
    pages.walk(options).forEachRemaining(delivered::add);

    assertEquals(list, delivered.stream().filter(item -> item >= 0).toList());
  }

  /** Whether page 1 follows page 0 is unknown after page 0, and more than a page is added then. */
  @ParameterizedTest
  @CsvSource({"0", "1"})
  void resumesBehindTheFirstPage(int firstPage) {
    FakePages server = server(586, 123, true);
    server.firstPage = firstPage;
    server.tellsPage = false;
    List<Integer> list = server.items;
    server.afterAnswer =
        () -> {
          if (server.requests.size() == 1) {
            server.items = IntStream.range(-5, 586).boxed().toList();
          }
        };
    PagedIterable<Integer> pages = PagedIterables.of(server.unnumbered(), 1, 62);
    Walk<Integer> walk = pages.walk();
    for (int i = 0; i < 87; i++) {
      delivered.add(walk.next());
    }
    server.items = IntStream.range(-137, 586).boxed().toList();
    pages
        .walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(list, delivered.stream().filter(item -> item >= 0).toList());
  }

  private static FakePages server(int size, int ownTake, boolean tellsCount) {
    FakePages server = new FakePages(size);
    server.ownTake = ownTake;
    server.tellsTake = false;
    server.tellsCount = tellsCount;
    return server;
  }
}
