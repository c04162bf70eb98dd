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
 * <p>The response to a request reflects changes made before the request. Changes during a request
 * happen after its page is taken from the list and before the response is sent, so the caller
 * receives an outdated page.
 *
 * <p>Requests are numbered from 1 in the order in which the sandbox handles them. Only requests
 * with a valid API key for the list of an existing workflow are counted, even if a query parameter
 * is invalid or a {@link Fault} affects the response. Changes apply to the workflow that is
 * requested. Given the same requests, a script makes the same changes on every JVM.
 *
 * <p>Immutable: you can pass a script to several sandboxes, or to the same sandbox again, and it
 * starts from the beginning each time.
 */
public final class MutationScript {
  /** Adds mutations to the changes for a request. */
  private interface Rule {
    void addTo(Changes changes, int request, Random random);
  }

  /** The state of a script that is being played. Safe for use by multiple threads. */
  final class Player {
    private final Random random = new Random(seed);
    private int request;

    /** Returns the changes for the next request. */
    synchronized Changes next() {
      request++;
      Changes changes = new Changes(random.nextLong());
      rules.forEach(rule -> rule.addTo(changes, request, random));
      return changes;
    }
  }

  /**
   * The changes to a list before and during one request. Random choices do not depend on other
   * requests, so overlapping requests do not affect each other.
   */
  static final class Changes {
    private final List<Mutation> before = new ArrayList<>();
    private final List<Mutation> during = new ArrayList<>();
    private final Random random;

    private Changes(long seed) {
      random = new Random(seed);
    }

    void makeBefore(RunStore store, Route route) {
      before.forEach(mutation -> mutation.makeIn(store, route, random));
    }

    void makeDuring(RunStore store, Route route) {
      during.forEach(mutation -> mutation.makeIn(store, route, random));
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
   * Returns a script without changes. Use it to stop the previous script or as the basis of a new
   * one.
   */
  public static MutationScript none() {
    return NONE;
  }

  /**
   * Returns a script that adds and deletes a random number of runs at random positions before and
   * during each request.
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
   * Returns a script that applies a random number of random mutations before and during each
   * request.
   *
   * @param most the maximum number of mutations per request, from 0 to 1,000
   * @param mutations the mutations to choose from, all equally likely
   */
  public static MutationScript seeded(long seed, int most, Mutation... mutations) {
    Preconditions.require("most", 0, GREATEST_MOST, most);
    return NONE.seed(seed).and(draw(most, Preconditions.requireSome("mutations", mutations)));
  }

  /** Returns a copy of this script with the given random seed. The seed of {@link #none} is 0. */
  public MutationScript seed(long seed) {
    return new MutationScript(seed, rules);
  }

  /**
   * Returns a copy of this script that also applies the given mutations, in order, before one
   * request.
   *
   * @param request the number of the request, at least 1
   */
  public MutationScript beforeRequest(int request, Mutation... mutations) {
    Preconditions.requireAtLeast("request", 1, request);
    return and(request, changes -> changes.before, mutations);
  }

  /**
   * Returns a copy of this script that also applies the given mutations, in order, during one
   * request.
   *
   * @param request the number of the request, at least 1
   */
  public MutationScript duringRequest(int request, Mutation... mutations) {
    Preconditions.requireAtLeast("request", 1, request);
    return and(request, changes -> changes.during, mutations);
  }

  /**
   * Returns a copy of this script that also applies the given mutations, in order, before each
   * request.
   */
  public MutationScript beforeEachRequest(Mutation... mutations) {
    return and(EACH, changes -> changes.before, mutations);
  }

  /**
   * Returns a copy of this script that also applies the given mutations, in order, during each
   * request.
   */
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
