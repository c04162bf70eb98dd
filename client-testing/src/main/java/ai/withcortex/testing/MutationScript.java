package ai.withcortex.testing;

import ai.withcortex.testing.store.RunStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Decides how the runs of a workflow change while a caller reads them page by page.
 *
 * <pre>{@code
 * MutationScript aNewRun = MutationScript.none().beforeRequest(2, Mutation.insertFirst());
 * MutationScript shrinking = MutationScript.none().duringEachRequest(Mutation.deleteAnywhere());
 * MutationScript busy = MutationScript.random(7, 3, 3).beforeRequest(5, Mutation.deleteAt(0));
 * }</pre>
 *
 * <p>The answer to a request shows changes made before the request. Changes during a request happen
 * after its page is taken from the list and before the answer is sent, so the caller receives an
 * outdated page.
 *
 * <p>Requests count from 1, in the order in which the sandbox handles them. Only requests with a
 * valid key for the runs of an existing workflow count, even if another parameter is wrong or they
 * meet a {@link Fault}. Changes affect the workflow that the request asks for. The same script and
 * the same requests cause the same changes on every JVM.
 *
 * <p>Immutable: you can pass a script to several sandboxes, or to the same one again, and it starts
 * from the beginning each time.
 */
public final class MutationScript {
  /** Adds mutations to the changes of a request. */
  private interface Rule {
    void addTo(Changes changes, int request, Random random);
  }

  /** The state of a script while a sandbox plays it. Safe for use by several threads. */
  final class Player {
    private final Random random = new Random(seed);
    private int request;

    /** Returns the changes of the next request. */
    synchronized Changes next() {
      request++;
      Changes changes = new Changes(random.nextLong());
      rules.forEach(rule -> rule.addTo(changes, request, random));
      return changes;
    }
  }

  /**
   * The changes to a list before and during one request. Their random choices do not depend on
   * other requests, so overlapping requests do not affect each other.
   */
  static final class Changes {
    private final List<Mutation> before = new ArrayList<>();
    private final List<Mutation> during = new ArrayList<>();
    private final Random random;

    private Changes(long seed) {
      random = new Random(seed);
    }

    void makeBefore(RunStore store, ListRunsPath path) {
      before.forEach(mutation -> mutation.makeIn(store, path, random));
    }

    void makeDuring(RunStore store, ListRunsPath path) {
      during.forEach(mutation -> mutation.makeIn(store, path, random));
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

  /**
   * Returns a script without changes; use it to stop the previous script, or as a start for a new
   * one.
   */
  public static MutationScript none() {
    return NONE;
  }

  /**
   * Adds and deletes random numbers of runs at random positions, before and during each request.
   *
   * @param mostInserted the maximum number of runs to add per request, from 0 to 1,000
   * @param mostDeleted the maximum number of runs to delete per request, from 0 to 1,000
   */
  public static MutationScript random(long seed, int mostInserted, int mostDeleted) {
    Preconditions.require("mostInserted", 0, GREATEST_MOST, mostInserted);
    Preconditions.require("mostDeleted", 0, GREATEST_MOST, mostDeleted);
    return NONE.seed(seed)
        .and(draw(mostInserted, Collections.singletonList(Mutation.insertAnywhere())))
        .and(draw(mostDeleted, Collections.singletonList(Mutation.deleteAnywhere())));
  }

  /**
   * Applies random mutations before and during each request, in random numbers.
   *
   * @param most the maximum number of mutations per request, from 0 to 1,000
   * @param mutations the mutations to choose from, all equally likely
   */
  public static MutationScript seeded(long seed, int most, Mutation... mutations) {
    Preconditions.require("most", 0, GREATEST_MOST, most);
    return NONE.seed(seed).and(draw(most, Preconditions.requireSome("mutations", mutations)));
  }

  /** Returns this script with another random seed; the seed of {@link #none} is 0. */
  public MutationScript seed(long seed) {
    return new MutationScript(seed, rules);
  }

  /**
   * Returns this script with mutations added, in this order, before one request.
   *
   * @param request from 1
   */
  public MutationScript beforeRequest(int request, Mutation... mutations) {
    Preconditions.requireAtLeast("request", 1, request);
    return and(request, changes -> changes.before, mutations);
  }

  /**
   * Returns this script with mutations added, in this order, during one request.
   *
   * @param request from 1
   */
  public MutationScript duringRequest(int request, Mutation... mutations) {
    Preconditions.requireAtLeast("request", 1, request);
    return and(request, changes -> changes.during, mutations);
  }

  /** Returns this script with mutations added, in this order, before each request. */
  public MutationScript beforeEachRequest(Mutation... mutations) {
    return and(EACH, changes -> changes.before, mutations);
  }

  /** Returns this script with mutations added, in this order, during each request. */
  public MutationScript duringEachRequest(Mutation... mutations) {
    return and(EACH, changes -> changes.during, mutations);
  }

  /** Returns a player that starts with the first request. */
  Player start() {
    return new Player();
  }

  private MutationScript and(
      int request, Function<Changes, List<Mutation>> when, Mutation... mutations) {
    List<Mutation> list = Preconditions.requireSome("mutations", mutations);
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
