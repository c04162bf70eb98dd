package ai.withcortex.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Says how the runs of a workflow change while a caller reads them page by page.
 *
 * <pre>{@code
 * MutationScript aNewRun = MutationScript.none().beforeRequest(2, Mutation.insertFirst());
 * MutationScript shrinking = MutationScript.none().duringEachRequest(Mutation.deleteAnywhere());
 * MutationScript busy = MutationScript.random(7, 3, 3).beforeRequest(5, Mutation.deleteAt(0));
 * }</pre>
 *
 * <p>What happens before a request shows in its answer. What happens during a request comes after
 * its page has been taken from the list and before the answer is sent, so the caller gets a page
 * that is out of date already.
 *
 * <p>Requests count from 1, in the order in which the sandbox gets to answer them: those with a
 * right key for the runs of a workflow that exists, even if another parameter is wrong or they meet
 * a {@link Fault}. What happens at a request happens to the workflow that it asks for. The same
 * script and the same requests make the same changes on every JVM.
 *
 * <p>Immutable: a script may be given to many sandboxes, and to the same one again, and begins anew
 * each time.
 */
public final class MutationScript {
  /** Adds what happens at a request to the changes of that request. */
  private interface Rule {
    void addTo(Changes changes, int request, Random random);
  }

  /** What becomes of a script once a sandbox plays it. Safe for use by several threads. */
  final class Player {
    private final Random random = new Random(seed);
    private int request;

    /** The changes of the next request. */
    synchronized Changes next() {
      request++;
      Changes changes = new Changes(random.nextLong());
      rules.forEach(rule -> rule.addTo(changes, request, random));
      return changes;
    }
  }

  /**
   * What happens to a list before and during one request. What it draws depends on no other
   * request, so requests that overlap do not change each other's.
   */
  static final class Changes {
    private final List<Mutation> before = new ArrayList<>();
    private final List<Mutation> during = new ArrayList<>();
    private final Random random;

    private Changes(long seed) {
      random = new Random(seed);
    }

    void makeBefore(RunStore store, Request.Route route) {
      before.forEach(mutation -> store.change(route, mutation, random));
    }

    void makeDuring(RunStore store, Request.Route route) {
      during.forEach(mutation -> store.change(route, mutation, random));
    }
  }

  private static final int EACH = 0;
  private static final int GREATEST_MOST = 1_000;
  private static final MutationScript NONE = new MutationScript(0, Collections.emptyList());

  private final long seed;
  private final List<Rule> rules;

  private MutationScript(long seed, List<Rule> rules) {
    this.seed = seed;
    this.rules = rules;
  }

  /** No changes; ends the script before it, or is the start of one. */
  public static MutationScript none() {
    return NONE;
  }

  /**
   * Runs come and go anywhere, before and during each request; how many, where and when is drawn.
   *
   * @param mostInserted how many runs come with a request at most, from 0 to 1,000
   * @param mostDeleted how many runs go with a request at most, from 0 to 1,000
   */
  public static MutationScript random(long seed, int mostInserted, int mostDeleted) {
    Bounds.require("mostInserted", 0, GREATEST_MOST, mostInserted);
    Bounds.require("mostDeleted", 0, GREATEST_MOST, mostDeleted);
    return NONE.seed(seed)
        .and(draw(mostInserted, Collections.singletonList(Mutation.insertAnywhere())))
        .and(draw(mostDeleted, Collections.singletonList(Mutation.deleteAnywhere())));
  }

  /**
   * Some mutations happen before and during each request; how many, which and when is drawn.
   *
   * @param most how many happen with a request at most, from 0 to 1,000
   * @param mutations what there is to draw, each as likely as any other
   */
  public static MutationScript seeded(long seed, int most, Mutation... mutations) {
    Bounds.require("most", 0, GREATEST_MOST, most);
    return NONE.seed(seed).and(draw(most, Bounds.requireSome("mutations", mutations)));
  }

  /** This script, drawing from another seed; that of {@link #none} is 0. */
  public MutationScript seed(long seed) {
    return new MutationScript(seed, rules);
  }

  /**
   * This script and mutations, in this order, before one request.
   *
   * @param request from 1
   */
  public MutationScript beforeRequest(int request, Mutation... mutations) {
    Bounds.requireAtLeast("request", 1, request);
    return and(request, changes -> changes.before, mutations);
  }

  /**
   * This script and mutations, in this order, during one request.
   *
   * @param request from 1
   */
  public MutationScript duringRequest(int request, Mutation... mutations) {
    Bounds.requireAtLeast("request", 1, request);
    return and(request, changes -> changes.during, mutations);
  }

  /** This script and mutations, in this order, before each request. */
  public MutationScript beforeEachRequest(Mutation... mutations) {
    return and(EACH, changes -> changes.before, mutations);
  }

  /** This script and mutations, in this order, during each request. */
  public MutationScript duringEachRequest(Mutation... mutations) {
    return and(EACH, changes -> changes.during, mutations);
  }

  /** A player that begins with the first request. */
  Player start() {
    return new Player();
  }

  private MutationScript and(
      int request, Function<Changes, List<Mutation>> when, Mutation... mutations) {
    List<Mutation> list = Bounds.requireSome("mutations", mutations);
    return and(
        (changes, current, random) -> {
          if (request == EACH || request == current) {
            when.apply(changes).addAll(list);
          }
        });
  }

  private MutationScript and(Rule rule) {
    List<Rule> all = new ArrayList<>(rules);
    all.add(rule);
    return new MutationScript(seed, Collections.unmodifiableList(all));
  }

  private static Rule draw(int most, List<Mutation> mutations) {
    return (changes, current, random) -> {
      for (int count = random.nextInt(most + 1); count > 0; count--) {
        Mutation mutation = mutations.get(random.nextInt(mutations.size()));
        (random.nextBoolean() ? changes.before : changes.during).add(mutation);
      }
    };
  }
}
