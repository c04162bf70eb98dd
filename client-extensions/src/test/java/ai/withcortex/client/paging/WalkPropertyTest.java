package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.PagingContractException;
import ai.withcortex.core.error.WalkPositions;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks over lists that change; {@code -Dwalks=1000000} walks over more of them, and {@code
 * -Dwalks=1 -Dwalk=1734} over the one of a seed.
 */
@Tag("okhttp-agnostic")
final class WalkPropertyTest {
  private static final long WALKS = Long.getLong("walks", 20_000);
  private static final long FIRST_SEED = Long.getLong("walk", 0);

  /** From so many on, rates mean something. */
  private static final long MANY_WALKS = 1_000;

  /** Every so many walks are followed by another one. */
  private static final int SECOND_WALKS = 4;

  /** From here on nothing may be missing, whatever the verdict. */
  private static final int LARGE_TAKE = 20;

  /** A seed with which reading page by page loses items and does not notice. */
  private static final long SEED_OF_A_LOSS = 9;

  private static final List<Shape> SHAPES = List.of(Shape.values());

  @Test
  void deliversExactlyOnceWhateverChanges() {
    long easy = 0;
    long easyEnded = 0;
    long ended = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + WALKS; seed++) {
      Outcome outcome = new Outcome(WalkMode.EXACT, seed);
      outcome.assertKeepsPromises();
      ended += outcome.failure == null ? 1 : 0;
      easy += outcome.isEasy() ? 1 : 0;
      easyEnded += outcome.isEasy() && outcome.failure == null ? 1 : 0;
    }
    // The server is hostile, but most lists can be read.
    String rate = ended + " of " + WALKS + ", " + easyEnded + " of " + easy + " easy ones";
    assertTrue(WALKS < MANY_WALKS || ended > WALKS * 80 / 100, rate);
    assertTrue(WALKS < MANY_WALKS || easyEnded > easy * 98 / 100, rate);
  }

  /** The second walk relies on what the first one has found out about the page numbers. */
  @Test
  void deliversExactlyOnceOnceTheServerIsKnown() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + WALKS; seed += SECOND_WALKS) {
      Outcome outcome = new Outcome(WalkMode.EXACT, seed);
      outcome.walkAgain();
      outcome.assertKeepsPromises();
    }
  }

  @Test
  void plainModeLosesItemsOnTheSameServers() {
    Outcome outcome = new Outcome(WalkMode.PLAIN, SEED_OF_A_LOSS);

    assertTrue(outcome.missing > 0, outcome::toString);
    assertEquals(Verdict.UNPROVABLE, outcome.verdict());
    assertEquals(0, new Outcome(WalkMode.EXACT, SEED_OF_A_LOSS).missing);
  }

  /** Reading page by page suffices for lists that do not change, also after a resumption. */
  @Test
  void plainModeReadsAllOfAListThatDoesNotChange() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + WALKS; seed++) {
      if (new HostileServer(seed).isUnchanging()) {
        Outcome outcome = new Outcome(WalkMode.PLAIN, seed);
        outcome.assertKeepsPromises();
        assertTrue(outcome.failure != null || outcome.missing == 0, outcome::toString);
      }
    }
  }

  private static final class ActionException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** One walk, in one of its shapes, perhaps killed and resumed on the way. */
  private static final class Outcome {
    private final long seed;
    private final HostileServer server;
    private final PagedIterable<String> list;
    private final Set<String> delivered = new HashSet<>();
    private final Shape shape;
    private final int resumptions;
    private final Random random;
    private int missing;
    private WalkOptions options;
    private @Nullable Receipt receipt;
    private @Nullable Walk<String> walk;
    private boolean isRepeated;
    private int lastPlace = -1;

    /** What came too late, and that no reason told so before it came. */
    private @Nullable String disorder;

    private boolean isDisorderUntold;
    private @Nullable PagingContractException failure;

    Outcome(WalkMode mode, long seed) {
      this.seed = seed;
      server = new HostileServer(seed);
      list = PagedIterables.of(server, server.queryPage(), server.take());
      random = new Random(~seed);
      options =
          WalkOptions.builder()
              .mode(mode)
              .prefetch(random.nextInt(9))
              .onEnd(ended -> receipt = ended)
              .build();
      shape = SHAPES.get(random.nextInt(SHAPES.size()));
      resumptions = Math.max(0, random.nextInt(5) - 2);
      walkOnce();
    }

    void walkAgain() {
      delivered.clear();
      options = options.toBuilder().checkpoint(null).build();
      receipt = null;
      failure = null;
      disorder = null;
      lastPlace = -1;
      server.begin();
      walkOnce();
    }

    private void walkOnce() {
      try {
        for (int i = 0; i < resumptions; i++) {
          readAndDie(random);
        }
        if (random.nextInt(4) == 0) {
          readLateAnswers(random);
        } else {
          read(this::deliver);
        }
      } catch (PagingContractException e) {
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
        shape.read(list, options, action);
        return;
      }
      Walk<String> started = list.walk(options);
      walk = started;
      if (shape == Shape.ITERATOR) {
        started.forEachRemaining(action);
      } else {
        while (started.hasNext()) {
          action.accept(started.next());
        }
      }
    }

    private void deliver(String item) {
      isRepeated |= !delivered.add(item);
      Integer place = server.place(item);
      if (place == null) {
        return;
      }
      if (place < lastPlace) {
        disorder = item;
        isDisorderUntold |= walk != null && walk.receipt().reason() == null;
      }
      lastPlace = Math.max(lastPlace, place);
    }

    void assertKeepsPromises() {
      assertFalse(isRepeated, () -> "an item came twice: " + this);
      assertTrue(missing == 0 || mayMiss(), () -> "items are missing: " + this);
      boolean isTold = failure != null || (receipt != null && receipt.reason() != null);
      assertTrue(disorder == null || isTold, () -> disorder + " came late: " + this);
      assertFalse(isDisorderUntold, () -> disorder + " came late without a reason: " + this);
    }

    /** The answers to requests that are on their way together come, and are made, in any order. */
    private void readLateAnswers(Random random) {
      walk = null;
      LateAnswers answers = new LateAnswers(server, random);
      CompletableFuture<Receipt> end =
          PagedIterables.of(answers, server.queryPage(), server.take())
              .forEachAsync(this::deliver, options);
      while (!end.isDone()) {
        answers.answerAny();
      }
      Shape.join(end);
    }

    private void readAndDie(Random random) {
      int left = random.nextInt(1000);
      String saved = random.nextBoolean() ? readAndThrow(left) : readAndClose(left, random);
      for (int i = random.nextInt(3); i > 0; i--) {
        server.change();
      }
      options = options.toBuilder().checkpoint(Checkpoint.of(saved)).build();
    }

    /** Returns the checkpoint of a walk that is left or closed after some items. */
    private String readAndClose(int most, Random random) {
      Walk<String> left = list.walk(options);
      walk = left;
      for (int i = most; i > 0 && left.hasNext(); i--) {
        deliver(left.next());
      }
      if (random.nextBoolean()) {
        left.close();
        assertFalse(left.hasNext());
      }
      return left.checkpoint().text();
    }

    /** Returns the checkpoint of a walk whose action throws after some items. */
    private String readAndThrow(int most) {
      Shape pushing = shape == Shape.STREAM ? Shape.ITERATOR : shape;
      int[] left = {most};
      walk = null;
      try {
        pushing.read(
            list,
            options,
            item -> {
              if (left[0]-- == 0) {
                throw new ActionException();
              }
              deliver(item);
            });
        return requireNonNull(receipt).checkpoint().text();
      } catch (ActionException e) {
        String saved = requireNonNull(WalkPositions.of(e)).checkpoint();
        if (pushing != Shape.ITERATOR) {
          assertEquals(saved, requireNonNull(receipt).checkpoint().text());
        }
        return saved;
      }
    }

    @Nullable Verdict verdict() {
      return receipt == null ? null : receipt.verdict();
    }

    /**
     * A failure and a verdict say that something may be missing; the verdict only for small takes.
     */
    boolean mayMiss() {
      return failure != null
          || (verdict() == Verdict.UNPROVABLE && server.effectiveTake() < LARGE_TAKE);
    }

    /** Whether windows can overlap, and it is known where the list starts. */
    boolean isEasy() {
      return server.effectiveTake() >= LARGE_TAKE && (resumptions == 0 || server.isStartKnown());
    }

    @Override
    public String toString() {
      return "seed "
          + seed
          + ", missing "
          + missing
          + ", "
          + shape
          + ", resumed "
          + resumptions
          + " times, "
          + options
          + ", "
          + receipt
          + ", failure "
          + failure;
    }
  }
}
