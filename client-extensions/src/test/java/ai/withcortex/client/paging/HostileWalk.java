package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.internal.paging.RecentItems;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.PagingContractException;
import ai.withcortex.core.error.WalkPositions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One walk, in one of its shapes, perhaps killed and resumed on the way. */
final class HostileWalk<T> {
  /** From here on nothing may be missing, whatever the verdict. */
  private static final int LARGE_TAKE = 20;

  private static final List<Shape> SHAPES = List.of(Shape.values());

  private final long seed;
  private final HostileServer server;
  private final PagedIterable<T> list;
  private final Function<T, String> id;
  private final LateAnswers answers;
  private final Set<String> delivered = new HashSet<>();
  private final Shape shape;
  private final int resumptions;
  private final SplittableRandom random;

  /** Gets the items that cannot be read. */
  private Consumer<String> unread = this::deliver;

  private boolean endThrows;
  private boolean isLate;
  int missing;
  private WalkOptions options;
  private @Nullable Receipt receipt;
  private @Nullable Walk<T> walk;
  private boolean isRepeated;
  private int lastPlace = -1;

  /** What came too late, and that no reason told so before it came. */
  private @Nullable String disorder;

  private boolean isDisorderUntold;
  @Nullable CortexException failure;

  HostileWalk(WalkMode mode, long seed, WalkedList<T> walked) {
    this.seed = seed;
    server = walked.server();
    list = walked.list();
    id = walked.id();
    answers = walked.answers();
    random = new SplittableRandom(~seed);
    options =
        WalkOptions.builder()
            .mode(mode)
            .prefetch(random.nextInt(9))
            .faults(FaultPolicy.deliver(item -> unread.accept(HostileServer.id(item))))
            .onEnd(this::end)
            .build();
    shape = SHAPES.get(random.nextInt(SHAPES.size()));
    resumptions = Math.max(0, random.nextInt(5) - 2);
    walkOnce();
  }

  private void end(Receipt ended) {
    receipt = ended;
    if (endThrows) {
      throw new ActionException();
    }
  }

  void walkAgain() {
    startOver();
    options = options.toBuilder().checkpoint(null).build();
    receipt = null;
    failure = null;
    isLate = false;
    isRepeated = false;
    server.begin();
    walkOnce();
  }

  private void walkOnce() {
    unread = this::deliver;
    try {
      for (int i = 0; i < resumptions; i++) {
        readAndDie();
      }
      if (random.nextInt(4) == 0) {
        readLateAnswers(this::deliver, Integer.MAX_VALUE);
      } else {
        read(this::deliver);
      }
    } catch (PagingContractException | CortexApiException e) {
      failure = e;
    }
    walk = null;
    Set<String> lost = new HashSet<>(server.lasting());
    lost.removeAll(delivered);
    missing = lost.size();
  }

  private void read(Consumer<String> action) {
    walk = null;
    if (shape == Shape.ASYNC || shape == Shape.PUBLISHER) {
      shape.read(list, options, byId(action));
      return;
    }
    Walk<T> started = list.walk(options);
    walk = started;
    if (shape == Shape.ITERATOR) {
      started.forEachRemaining(byId(action));
    } else {
      while (started.hasNext()) {
        action.accept(id.apply(started.next()));
      }
    }
  }

  private Consumer<T> byId(Consumer<String> action) {
    return item -> action.accept(id.apply(item));
  }

  private void deliver(String item) {
    isRepeated |= !delivered.add(item);
    Integer place = server.list().place(item);
    if (place == null) {
      return;
    }
    // A response that is older than the last one may bring an item that has been deleted since.
    if (place < lastPlace && server.lasting().contains(item)) {
      disorder = item;
      isDisorderUntold |= walk != null && walk.receipt().reason() == null;
    }
    lastPlace = Math.max(lastPlace, place);
  }

  void assertKeepsPromises() {
    boolean isTold = failure != null || (receipt != null && receipt.reason() != null);
    boolean isMoved = (server.isLowered() || isFlooded()) && isTold;
    assertFalse(isRepeated && !isMoved, () -> "an item came twice: " + this);
    assertTrue(missing == 0 || mayMiss(), () -> "items are missing: " + this);
    assertTrue(failure == null || mayFail(), () -> "no need to fail: " + this);
    assertTrue(!isClear() || verdict() == Verdict.COMPLETE, () -> "nothing changes: " + this);
    assertTrue(disorder == null || isTold, () -> disorder + " came late: " + this);
    // Items that are added to page 0 move others to a page 1 that seems to start the list.
    boolean isHidden = isMoved || (server.isMisnamed() && !server.isUnchanging());
    assertFalse(
        isDisorderUntold && !isHidden, () -> disorder + " came late without a reason: " + this);
  }

  /**
   * The answers to requests that are on their way together come, and are made, in any order.
   * Cancels the future after so many items.
   */
  private void readLateAnswers(Consumer<String> action, int most) {
    walk = null;
    isLate |= options.prefetch() > 0;
    answers.begin();
    List<CompletableFuture<Receipt>> ends = new ArrayList<>();
    int[] left = {most};
    Consumer<String> canceling =
        item -> {
          action.accept(item);
          left[0]--;
          if (left[0] == 0) {
            ends.get(0).cancel(true);
          }
        };
    CompletableFuture<Receipt> end = list.forEachAsync(byId(canceling), options);
    ends.add(end);
    while (!end.isDone()) {
      answers.answerAny(random);
    }
    answers.end();
    if (!end.isCancelled()) {
      Shape.join(end);
    }
  }

  private void readAndDie() {
    int left = random.nextInt(random.nextBoolean() ? 1000 : 100);
    Checkpoint saved = random.nextBoolean() ? readAndThrow(left) : readAndClose(left);
    unread = this::deliver;
    server.changeBetweenWalks();
    options = options.toBuilder().checkpoint(saved).build();
  }

  /** Returns the checkpoint of a walk that is left, closed, or canceled after some items. */
  private Checkpoint readAndClose(int most) {
    if (shape == Shape.ASYNC) {
      readLateAnswers(this::deliver, most);
      return saved(requireNonNull(receipt).checkpoint());
    }
    if (shape == Shape.PUBLISHER) {
      walk = null;
      Shape.subscribe(list, options, byId(this::deliver), most);
      return saved(requireNonNull(receipt).checkpoint());
    }
    Walk<T> left = list.walk(options);
    walk = left;
    for (int i = most; i > 0 && left.hasNext(); i--) {
      deliver(id.apply(left.next()));
    }
    if (random.nextBoolean()) {
      left.close();
      assertFalse(left.hasNext());
    }
    return saved(left.checkpoint());
  }

  private static Checkpoint saved(Checkpoint checkpoint) {
    return Checkpoint.of(checkpoint.text());
  }

  /**
   * Returns the checkpoint of a walk whose action, consumer of unread items, or listener throws
   * after some items, or null if there is none.
   */
  private @Nullable Checkpoint readAndThrow(int most) {
    int[] left = {most};
    Consumer<String> throwing =
        item -> {
          if (left[0]-- == 0) {
            throw new ActionException();
          }
          deliver(item);
        };
    unread = throwing;
    endThrows = random.nextInt(4) == 0;
    walk = null;
    try {
      if (shape == Shape.STREAM) {
        return readStreamAndThrow(throwing, most);
      }
      if (shape == Shape.ASYNC && random.nextBoolean()) {
        readLateAnswers(throwing, Integer.MAX_VALUE);
      } else {
        shape.read(list, options, byId(throwing));
      }
      return saved(requireNonNull(receipt).checkpoint());
    } catch (ActionException e) {
      String saved = requireNonNull(WalkPositions.of(e)).checkpoint();
      if (shape == Shape.ASYNC || shape == Shape.PUBLISHER) {
        assertEquals(saved, requireNonNull(receipt).checkpoint().text());
      }
      return Checkpoint.of(saved);
    } finally {
      endThrows = false;
    }
  }

  /**
   * The stream of a list resumes with the item whose operation threw. A stream over a walk takes
   * each item before its operations get it.
   */
  private @Nullable Checkpoint readStreamAndThrow(Consumer<String> throwing, int most) {
    boolean isDefault = options.mode() == WalkMode.EXACT && options.checkpoint() == null;
    if (isDefault && !server.hasUnread()) {
      list.stream().filter(item -> true).limit(most + 1L).forEach(byId(throwing));
      // The list is at its end, and there is no receipt.
      startOver();
      return null;
    }
    Walk<T> started = list.walk(options);
    String[] taken = {null};
    try {
      Shape.stream(started).map(id).peek(item -> taken[0] = item).forEach(throwing);
    } catch (ActionException e) {
      if (WalkPositions.of(e) == null) {
        deliver(requireNonNull(taken[0]));
      }
    }
    return saved(started.checkpoint());
  }

  private void startOver() {
    delivered.clear();
    disorder = null;
    lastPlace = -1;
  }

  @Nullable Verdict verdict() {
    return receipt == null ? null : receipt.verdict();
  }

  /**
   * A failure and a verdict say that something may be missing; the verdict only if the server does
   * not let pages overlap, and items are deleted, pages are made in another order, so few items are
   * on a page that additions hide which page is the first, or the caller has named another one.
   */
  boolean mayMiss() {
    boolean isMoved = server.isLowered() || isLate;
    boolean isHidden = server.list().deletes() || isMoved || (isShort() && !server.isUnchanging());
    boolean isUnproven = verdict() == Verdict.UNPROVABLE && !mayOverlap();
    return failure != null || (isUnproven && (isHidden || isPageZeroLate()));
  }

  /** Whether more items than a checkpoint has may be added between requests for pages. */
  private boolean isFlooded() {
    int additions = server.list().mostChanges() * (options.prefetch() + 1);
    return resumptions > 0 && !mayOverlap() && additions > RecentItems.MOST;
  }

  private boolean mayOverlap() {
    return options.mode() == WalkMode.EXACT && server.heedsTake() && !isShort();
  }

  private boolean isShort() {
    return Math.min(server.take(), server.effectiveTake()) < LARGE_TAKE;
  }

  /** A walk fails only if the server gives cause. */
  boolean mayFail() {
    boolean isResumed = resumptions > 0;
    boolean isChanging = !server.isUnchanging();
    // What marks the position is deleted.
    boolean isLost = isResumed && server.list().deletes();
    // A list that changes outgrows its pages; they cannot be found again unless they overlap.
    boolean isTooShort = (isShort() && (isChanging || isResumed)) || server.isHectic();
    boolean isOutgrown = isResumed && server.list().hasDoubled();
    // A server that sends a page again and again may ignore page numbers.
    boolean isRepeated = !mayOverlap() && server.repeatsUncounted();
    // What was read before page 0 cannot be told from it, and nor can page 1 that has changed.
    boolean isChanged = isChanging && (!server.tellsPage() || server.isOnePage());
    boolean isUntold = server.isMisnamed() && (isResumed || !server.tellsAll());
    boolean isStartHidden =
        isResumed ? isChanged || isOnlyPageRepeated() : isChanging && server.isOnePage();
    // Without all headers, a walk page by page may be wrong about the lengths of pages.
    boolean isGuessing = (isResumed || isChanging) && !mayOverlap() && !server.tellsAll();
    return isLost
        || server.isLowered()
        || isTooShort
        || isOutgrown
        || isRepeated
        || isStartHidden
        || isUntold
        || isPageZeroLate()
        || isGuessing
        || server.isPageZeroDown();
  }

  /** Whether a misnamed page 0 is not looked at, or the server refuses what the walk looks at. */
  private boolean isPageZeroLate() {
    boolean isPlain = options.mode() == WalkMode.EXACT && !mayOverlap();
    boolean isRefused = failure instanceof CortexApiException;
    boolean isHidden = server.repeatsLastPage() || !server.isUnchanging();
    return server.isMisnamed() && (isPlain || isRefused || isHidden);
  }

  /** Whether one page comes for each number, so that a resumed walk does not know which one. */
  private boolean isOnlyPageRepeated() {
    return resumptions > 0 && server.repeatsLastPage() && server.isOnePage();
  }

  /** Whether nothing changes, and the server tells so. */
  boolean isClear() {
    return mayOverlap()
        && server.isUnchanging()
        && server.tellsAll()
        && !server.isPageZeroDown()
        && !(resumptions > 0 && server.isPageZeroDoubtful())
        && !server.isMisnamed()
        && !isOnlyPageRepeated();
  }

  /** Whether windows can overlap, and it is known where the list starts. */
  boolean isEasy() {
    return server.heedsTake()
        && !isShort()
        && (resumptions == 0 || server.isStartKnown())
        && !server.isPageZeroDown()
        && !server.isMisnamed();
  }

  @Override
  public String toString() {
    return String.format(
        "seed %d, missing %d, %s, resumed %d times, %s, %s, failure %s, %s",
        seed, missing, shape, resumptions, options, receipt, failure, server);
  }

  private static final class ActionException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
