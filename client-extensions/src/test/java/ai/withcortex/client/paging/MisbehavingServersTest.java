package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What servers do wrong, and how each walk ends: in a named exception or a verdict, after a bounded
 * number of requests, without an item twice, and with or without prefetching.
 */
final class MisbehavingServersTest {
  private static final int SIZE = 95;
  private static final int TAKE = 30;
  private static final int FIXED_TAKE = 20;

  private static final String STALLED = "The list has not ended after .*";
  private static final String GROWS = ".* The list grows faster than the walk reads it; .*";
  private static final String CONTRADICTS =
      ".* The server contradicts itself; report this to its owner\\.";
  private static final String IGNORES_TAKE = "UNPROVABLE: the server ignores take, .*";
  private static final String COMPLETE = "COMPLETE: null";
  private static final String COMPLETE_WITH_DRIFT = "COMPLETE_WITH_DRIFT: null";

  /** What it does, how a walk over 95 items ends, after at most how many requests. */
  static Stream<Arguments> servers() {
    return Stream.of(
        row("ignores the page", server(s -> s.ignoresPage = true), STALLED, 70),
        row("ignores the page, silently", silent(s -> s.ignoresPage = true), STALLED, 70),
        row("repeats the last page", server(s -> s.repeatsLastPage = true), COMPLETE, 5),
        row("repeats the last page, silently", silent(s -> s.repeatsLastPage = true), COMPLETE, 6),
        row("cuts takes down to 7", server(s -> s.greatestTake = 7), COMPLETE, 25),
        row("cuts takes down to 7, silently", silent(s -> s.greatestTake = 7), COMPLETE, 28),
        row(
            "cuts takes down to 1",
            server(s -> s.greatestTake = 1),
            "UNPROVABLE: no page of up to 1 items .*",
            96),
        row("ignores take", fixedTake(server(s -> {})), IGNORES_TAKE, 6),
        row("ignores take, silently", fixedTake(silent(s -> {})), IGNORES_TAKE, 7),
        row("says a longer take", changed(p -> p.take(1000)), IGNORES_TAKE, 5),
        row("says a take of 0", changed(p -> p.take(0)), CONTRADICTS, 1),
        row("says a shorter take than its page", changed(p -> p.take(5)), CONTRADICTS, 1),
        row("counts more than there is", changed(p -> p.totalCount(100L)), CONTRADICTS, 9),
        row("counts fewer than there are", changed(p -> p.totalCount(50L)), COMPLETE_WITH_DRIFT, 6),
        row("counts nothing", changed(p -> p.totalCount(0L)), COMPLETE_WITH_DRIFT, 6),
        row("counts at random", randomCount(), COMPLETE_WITH_DRIFT + "|" + CONTRADICTS, 10),
        row("says that all is page 1", changed(p -> p.number(1)), COMPLETE, 5),
        row("says that all is page 1000", changed(p -> p.number(1000)), COMPLETE, 5),
        row("has an empty page in the middle", emptyPage(2), STALLED, 70),
        row("has a count and only empty pages", emptyPage(0), "Page 1 has no new items, .*", 4),
        row("changes the order", shuffled(), "UNPROVABLE: .* items in a different order .*", 30),
        row("has each item twice", doubled(), COMPLETE, 10),
        row("grows as fast as it is read", growing(), STALLED + "|" + GROWS, 250),
        row("goes on without end", endless(), CONTRADICTS, 12),
        row("grows at its end", growingAtItsEnd(), GROWS, 150),
        row("counts the page", countingThePage(), COMPLETE_WITH_DRIFT, 10));
  }

  private static Arguments row(
      String name, TestSource<Integer> server, String end, int mostRequests) {
    return Arguments.of(name, server, end, mostRequests);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void endsInANamedWay(String name, TestSource<Integer> server, String end, int mostRequests) {
    int requests = assertEnds(server, WalkOptions.DEFAULT, end);

    assertTrue(requests <= mostRequests, () -> "requests: " + requests);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void endsWhilePrefetching(String name, TestSource<Integer> server, String end, int mostRequests) {
    WalkOptions options = WalkOptions.builder().prefetch(4).build();
    int requests = assertEnds(server, options, "(?s).*");

    assertTrue(requests <= 5 * mostRequests, () -> "requests: " + requests);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void endsTheSameWayAfterALookAtPageZero(
      String name, TestSource<Integer> server, String end, int mostRequests) {
    int requests = assertEnds(TestSource::unnumbered, server, WalkOptions.DEFAULT, end);

    assertTrue(requests <= mostRequests + 1, () -> "requests: " + requests);
  }

  private static int assertEnds(TestSource<Integer> server, WalkOptions options, String end) {
    return assertEnds(source -> source, server, options, end);
  }

  /** Returns the number of requests. */
  private static int assertEnds(
      Function<TestSource<Integer>, PageSource<Integer>> numbering,
      TestSource<Integer> server,
      WalkOptions options,
      String end) {
    AtomicInteger requests = new AtomicInteger();
    TestSource<Integer> counting =
        (number, take) -> {
          requests.incrementAndGet();
          return server.page(number, take);
        };
    Walk<Integer> walk = PagedIterables.of(numbering.apply(counting), 1, TAKE).walk(options);
    List<Integer> delivered = new ArrayList<>();
    String found;
    try {
      walk.forEachRemaining(delivered::add);
      found = walk.receipt().verdict() + ": " + walk.receipt().reason();
    } catch (PagingContractException e) {
      found = String.valueOf(e.getMessage());
      assertEquals(delivered.size(), requireNonNull(e.position()).delivered());
    }
    assertTrue(found.matches(end), found);
    assertEquals(new HashSet<>(delivered).size(), delivered.size());
    if (found.startsWith("COMPLETE")) {
      assertEquals(SIZE, delivered.size());
    }
    return requests.get();
  }

  private static TestSource<Integer> server(Consumer<FakePages> setting) {
    FakePages server = new FakePages(SIZE);
    setting.accept(server);
    return server;
  }

  private static TestSource<Integer> silent(Consumer<FakePages> setting) {
    return server(
        s -> {
          s.tellsCount = false;
          s.tellsPage = false;
          s.tellsTake = false;
          setting.accept(s);
        });
  }

  private static TestSource<Integer> changed(UnaryOperator<Page.Builder<Integer>> change) {
    FakePages server = new FakePages(SIZE);
    return (number, take) ->
        change.apply(Page.<Integer>builder().from(server.page(number, take))).build();
  }

  private static TestSource<Integer> fixedTake(TestSource<Integer> server) {
    return (number, asked) -> {
      Page<Integer> page = server.page(number, FIXED_TAKE);
      int take = page.isTakeConfirmed() ? FIXED_TAKE : asked;
      return Page.<Integer>builder().from(page).take(take).build();
    };
  }

  private static TestSource<Integer> randomCount() {
    Random random = new Random(1);
    return changed(p -> p.totalCount((long) random.nextInt(200)));
  }

  private static TestSource<Integer> emptyPage(int which) {
    FakePages server = new FakePages(SIZE);
    return (number, take) -> {
      Page<Integer> page = server.page(number, take);
      boolean isEmpty = which == 0 || number == which;
      return isEmpty
          ? Page.<Integer>builder().from(page).items(Collections.emptyList()).build()
          : page;
    };
  }

  private static TestSource<Integer> shuffled() {
    FakePages server = new FakePages(SIZE);
    Random random = new Random(1);
    return (number, take) -> {
      List<Integer> items = new ArrayList<>(server.items);
      Collections.shuffle(items, random);
      server.items = items;
      return server.page(number, take);
    };
  }

  private static TestSource<Integer> doubled() {
    FakePages server = new FakePages(SIZE);
    server.items = IntStream.range(0, 2 * SIZE).mapToObj(i -> i / 2).toList();
    return server;
  }

  private static TestSource<Integer> growing() {
    FakePages server = new FakePages(SIZE);
    int[] next = {-1};
    return (number, take) -> {
      List<Integer> items = new ArrayList<>(server.items);
      for (int i = 0; i < TAKE; i++) {
        items.add(0, next[0]--);
      }
      server.items = items;
      return server.page(number, take);
    };
  }

  private static TestSource<Integer> growingAtItsEnd() {
    FakePages server = new FakePages(SIZE);
    return (number, take) -> {
      List<Integer> items = new ArrayList<>(server.items);
      IntStream.range(items.size(), items.size() + take).forEach(items::add);
      server.items = items;
      return server.page(number, take);
    };
  }

  private static TestSource<Integer> countingThePage() {
    FakePages server = new FakePages(SIZE);
    server.greatestTake = 20;
    server.tellsTake = false;
    return (number, take) -> {
      Page<Integer> page = server.page(number, take);
      return Page.<Integer>builder().from(page).totalCount((long) page.items().size()).build();
    };
  }

  private static TestSource<Integer> endless() {
    return (number, take) -> {
      int start = Math.max(0, number - 1) * take;
      return Page.<Integer>builder()
          .items(IntStream.range(start, start + take).boxed().toList())
          .number(number)
          .take(take)
          .isTakeConfirmed(true)
          .totalCount((long) SIZE)
          .build();
    };
  }
}
