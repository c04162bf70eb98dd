package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.internal.Failures;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.PagingContractException;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.core.error.WalkPositions;
import ai.withcortex.core.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** If user code throws, or closes a walk, no item is lost and nothing ends in silence. */
@Timeout(60)
final class UserCodeInWalksTest {
  private static final int SIZE = 260;

  private final FakePages server = new FakePages(SIZE);
  private final PagedIterable<Integer> list = PagedIterables.of(server, 1, 100);
  private final List<Integer> delivered = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final WalkOptions options = WalkOptions.builder().onEnd(receipts::add).build();
  private final IllegalStateException failure = new IllegalStateException("full");

  /** In the shape STREAM an item is delivered once {@code next} has returned it. */
  @ParameterizedTest
  @EnumSource(names = {"ITERATOR", "ASYNC", "PUBLISHER"})
  void anItemWhoseActionThrewIsTheNextOne(Shape shape) {
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class, () -> shape.read(list, options, throwingAt(150))));
    WalkPosition position = requireNonNull(WalkPositions.of(failure));
    assertEquals(150, position.delivered());
    if (shape != Shape.ITERATOR) {
      assertEquals(position.checkpoint(), receipts.get(0).checkpoint().text());
    }

    resume(shape, position.checkpoint());
    assertEquals(server.items, delivered);
  }

  /** As of exceptions without a stack trace that are thrown often. */
  @ParameterizedTest
  @EnumSource(names = {"ITERATOR", "ASYNC", "PUBLISHER"})
  void anExceptionWithoutSuppressionHasAPosition(Shape shape) {
    Quick quick = new Quick();
    assertSame(
        quick,
        assertThrows(
            Quick.class,
            () ->
                shape.read(
                    list,
                    options,
                    item -> {
                      if (item == 150) {
                        throw quick;
                      }
                      delivered.add(item);
                    })));

    resume(shape, requireNonNull(WalkPositions.of(quick)).checkpoint());
    assertEquals(server.items, delivered);
  }

  @Test
  void theStreamOfAListResumesThere() {
    assertThrows(IllegalStateException.class, () -> list.stream().forEach(throwingAt(150)));

    resume(Shape.ITERATOR, requireNonNull(WalkPositions.of(failure)).checkpoint());
    assertEquals(server.items, delivered);
  }

  /** A stream that ends early takes its items one by one. */
  @Test
  void aLimitedStreamResumesThere() {
    assertThrows(
        IllegalStateException.class,
        () -> list.stream().filter(item -> item >= 0).limit(200).forEach(throwingAt(150)));

    resume(Shape.ITERATOR, requireNonNull(WalkPositions.of(failure)).checkpoint());
    assertEquals(server.items, delivered);
  }

  @Test
  void anExceptionOfTheSdkKeepsItsPosition() {
    CortexConnectionException down = new CortexConnectionException("down", null);
    CompletableFuture<Receipt> end =
        list.forEachAsync(
            item -> {
              throw down;
            });

    assertEquals("page 1, 0 delivered", String.valueOf(down.position()));
    assertSame(
        down.position(), WalkPositions.of(assertThrows(CompletionException.class, end::join)));
  }

  @Test
  void aCheckpointWithinAnActionIsAfterTheItem() {
    Walk<Integer> walk = list.walk(options);
    List<String> saved = new ArrayList<>();
    assertThrows(
        IllegalStateException.class,
        () ->
            walk.forEachRemaining(
                item -> {
                  throwingAt(150).accept(item);
                  saved.add(walk.checkpoint().text());
                }));

    resume(Shape.ITERATOR, saved.get(saved.size() - 1));
    assertEquals(server.items, delivered);
  }

  @Test
  void anActionCanMoveOn() {
    Walk<Integer> walk = list.walk(options);
    walk.forEachRemaining(
        item -> {
          delivered.add(item);
          delivered.add(walk.next());
        });

    assertEquals(server.items, delivered);
    assertEquals(SIZE, walk.receipt().delivered());
  }

  @Test
  void aFailureOfAFutureWithinAnActionHasAPosition() {
    CompletionException joined = new CompletionException(failure);
    CompletableFuture<Receipt> end =
        list.forEachAsync(
            item -> {
              throw joined;
            });

    assertThrows(CompletionException.class, end::join);
    assertEquals(0, requireNonNull(WalkPositions.of(joined)).delivered());
  }

  @Test
  void aCheckedExceptionOfAnActionReachesTheCaller() {
    IOException checked = new IOException("full");
    CompletableFuture<Receipt> end =
        list.forEachAsync(
            item -> {
              // As Kotlin code can do.
              throw Failures.rethrown(checked);
            });

    assertSame(checked, assertThrows(CompletionException.class, end::join).getCause());
    assertEquals(0, requireNonNull(WalkPositions.of(checked)).delivered());
  }

  @Test
  void theOuterWalkHasThePositionOfAFailureInAnInnerOne() {
    Walk<Integer> outer = list.walk(options);
    outer.next();
    assertThrows(
        IllegalStateException.class,
        () -> outer.forEachRemaining(item -> list.walk().forEachRemaining(throwingAt(150))));

    assertEquals(1, requireNonNull(WalkPositions.of(failure)).delivered());
  }

  @ParameterizedTest
  @EnumSource(names = {"ASYNC", "PUBLISHER"})
  void theListenerIsCalledBeforeTheFailure(Shape shape) {
    List<String> calls = new ArrayList<>();
    WalkOptions heard = options.toBuilder().onEnd(receipt -> calls.add("end")).build();
    try {
      shape.read(list, heard, throwingAt(150));
    } catch (IllegalStateException e) {
      calls.add("failure");
    }
    assertEquals(List.of("end", "failure"), calls);
  }

  @Test
  void theListenerIsCalledBeforeTheFutureCompletes() {
    HeldSource held = new HeldSource(server);
    List<String> calls = new ArrayList<>();
    WalkOptions heard = options.toBuilder().onEnd(receipt -> calls.add("end")).build();
    CompletableFuture<Receipt> end =
        PagedIterables.of(held, 1, 100).forEachAsync(throwingAt(150), heard);
    CompletableFuture<?> called = end.whenComplete((receipt, e) -> calls.add("future"));
    held.answer(0);
    held.answer(1);

    assertThrows(CompletionException.class, called::join);
    assertEquals(List.of("end", "future"), calls);
  }

  @ParameterizedTest
  @EnumSource(names = {"ITERATOR", "ASYNC", "PUBLISHER"})
  void aListenerThatThrowsFailsTheWalk(Shape shape) {
    WalkOptions failing =
        options.toBuilder()
            .onEnd(
                receipt -> {
                  throw failure;
                })
            .build();

    assertSame(
        failure,
        assertThrows(IllegalStateException.class, () -> shape.read(list, failing, delivered::add)));
    assertEquals(server.items, delivered);
    assertEquals(SIZE, requireNonNull(WalkPositions.of(failure)).delivered());
  }

  @Test
  void theFailureOfTheListenerIsSuppressedByThatOfTheAction() {
    IllegalArgumentException second = new IllegalArgumentException("second");
    WalkOptions failing =
        options.toBuilder()
            .onEnd(
                receipt -> {
                  throw second;
                })
            .build();
    CompletableFuture<Receipt> end = list.forEachAsync(throwingAt(150), failing);

    assertSame(failure, assertThrows(CompletionException.class, end::join).getCause());
    assertSame(second, failure.getSuppressed()[1]);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void anUnreadItemWhosePolicyThrewIsTheNextOne(Shape shape) {
    TestSource<Integer> source =
        (number, take) ->
            Page.<Integer>builder()
                .from(server.page(number, take - 1))
                .take(take)
                .unread(
                    List.of(
                        new UnreadElement(
                            0,
                            JsonValue.parse("{\"id\":\"unread " + number + "\"}"),
                            new CortexDataException("unread", "$[0]", null))))
                .build();
    PagedIterable<Integer> damaged = PagedIterables.of(source, 1, 100);
    FaultPolicy throwing =
        FaultPolicy.deliver(
            unread -> {
              throw failure;
            });
    assertThrows(
        IllegalStateException.class,
        () -> shape.read(damaged, options.toBuilder().faults(throwing).build(), delivered::add));

    List<String> unread = new ArrayList<>();
    WalkPosition position = requireNonNull(WalkPositions.of(failure));
    damaged
        .walk(
            WalkOptions.builder()
                .checkpoint(Checkpoint.of(position.checkpoint()))
                .faults(FaultPolicy.deliver(element -> unread.add(element.json().json())))
                .build())
        .next();
    assertEquals(List.of("{\"id\":\"unread 1\"}"), unread);
  }

  @Test
  void aClosedWalkHasNoItems() {
    Walk<Integer> walk = list.walk(options);
    for (int i = 0; i < 5; i++) {
      delivered.add(walk.next());
    }
    walk.close();

    assertFalse(walk.hasNext());
    assertEquals(
        "the walk is closed; start a new one from its checkpoint",
        assertThrows(NoSuchElementException.class, walk::next).getMessage());
    walk.forEachRemaining(delivered::add);
    assertEquals(Verdict.INCOMPLETE, receipts.get(0).verdict());
    assertEquals(5, receipts.get(0).delivered());
    assertEquals(1, receipts.size());

    resume(Shape.ITERATOR, walk.checkpoint().text());
    assertEquals(server.items, delivered);
  }

  /** The server contradicts its count, which ends the walk after some pages. */
  @Test
  void aClosedWalkDoesNotFail() {
    Walk<Integer> walk = failing().walk();
    assertThrows(PagingContractException.class, () -> walk.forEachRemaining(delivered::add));

    Walk<Integer> closed = failing().walk();
    for (int i = 5; i < delivered.size(); i++) {
      closed.next();
    }
    closed.close();
    assertFalse(closed.hasNext());
    assertEquals(Verdict.INCOMPLETE, closed.receipt().verdict());
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void aWalkThatReachesALimitDoesNotFail(Shape shape) {
    Walk<Integer> walk = failing().walk();
    assertThrows(PagingContractException.class, () -> walk.forEachRemaining(delivered::add));

    WalkOptions limited = options.toBuilder().itemLimit((long) delivered.size()).build();
    List<Integer> again = new ArrayList<>();
    shape.read(failing(), limited, again::add);
    assertEquals(delivered, again);
    assertEquals(
        "the limit of " + delivered.size() + " items was reached", receipts.get(0).reason());
  }

  private static PagedIterable<Integer> failing() {
    FakePages source = new FakePages(30_000);
    TestSource<Integer> contradicting =
        (number, take) ->
            Page.<Integer>builder().from(source.page(number, take)).totalCount(5L).build();
    return PagedIterables.of(contradicting, 1, 100);
  }

  @Test
  void closingAWalkWithinItsActionEndsItAfterTheItem() {
    Walk<Integer> walk = list.walk(options);
    walk.forEachRemaining(
        item -> {
          delivered.add(item);
          if (item == 150) {
            walk.close();
          }
        });

    assertEquals(151, receipts.get(0).delivered());
    resume(Shape.ITERATOR, receipts.get(0).checkpoint().text());
    assertEquals(server.items, delivered);
  }

  private static final class Quick extends RuntimeException {
    private static final long serialVersionUID = 1;

    Quick() {
      super("quick", null, false, false);
    }
  }

  private Consumer<Integer> throwingAt(int number) {
    return item -> {
      if (item == number) {
        throw failure;
      }
      delivered.add(item);
    };
  }

  private void resume(Shape shape, String checkpoint) {
    shape.read(
        list, WalkOptions.builder().checkpoint(Checkpoint.of(checkpoint)).build(), delivered::add);
  }
}
