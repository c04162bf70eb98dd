package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Decides which {@link Fault} each of the next requests meets.
 *
 * <pre>{@code
 * try (CortexSandbox sandbox =
 *     CortexSandbox.builder()
 *         .faults(
 *             FaultScript.inOrder(
 *                 Fault.status(503).header("Retry-After", "1"),
 *                 Fault.none(),
 *                 Fault.resetAfterHeaders()))
 *         .start()) {
 *   readAllPages(sandbox.baseUrl());
 *   sandbox.faults(FaultScript.seeded(7, 0.05, Fault.status(500), Fault.truncatedBody()));
 *   readAllPages(sandbox.baseUrl());
 * }
 * }</pre>
 *
 * <p>Requests count in the order in which the sandbox handles them, including those with a wrong
 * path or key; {@link ReceivedRequest#fault()} returns the fault that a request met. Immutable: you
 * can pass a script to several sandboxes, or to the same one again, and it starts from the
 * beginning each time.
 */
public final class FaultScript {
  /** The state of a script while a sandbox plays it. Safe for use by several threads. */
  static final class Player {
    private final Supplier<Fault> faults;

    private Player(Supplier<Fault> faults) {
      this.faults = faults;
    }

    /** Returns the fault of the next request. */
    synchronized Fault next() {
      return faults.get();
    }
  }

  private static final FaultScript NONE =
      new FaultScript(Collections.emptyList(), () -> Fault::none);

  private final List<Fault> faults;
  private final Supplier<Supplier<Fault>> start;

  private FaultScript(List<Fault> faults, Supplier<Supplier<Fault>> start) {
    this.faults = faults;
    this.start = start;
  }

  /** Returns a script without faults; use it to stop the previous script. */
  public static FaultScript none() {
    return NONE;
  }

  /** Applies one fault to each request, in this order; after the last fault, requests succeed. */
  public static FaultScript inOrder(Fault... faults) {
    return inOrder(Preconditions.requireSome("faults", faults));
  }

  /**
   * Applies the fault to the next requests; later ones succeed.
   *
   * @param count how many, at least 1
   */
  public static FaultScript times(int count, Fault fault) {
    Preconditions.requireAtLeast("count", 1, count);
    return inOrder(Collections.nCopies(count, requireNonNull(fault, "fault == null")));
  }

  /** Applies the fault to all requests. */
  public static FaultScript always(Fault fault) {
    requireNonNull(fault, "fault == null");
    return new FaultScript(Collections.singletonList(fault), () -> () -> fault);
  }

  /**
   * Applies one of the faults to random requests, all faults being equally likely. The same seed
   * produces the same sequence on every JVM.
   *
   * @param chance the probability that a request meets a fault, from 0.0 to 1.0
   */
  public static FaultScript seeded(long seed, double chance, Fault... faults) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be from 0.0 to 1.0 but is " + chance);
    }
    List<Fault> list = Preconditions.requireSome("faults", faults);
    return new FaultScript(list, () -> seeded(new Random(seed), chance, list));
  }

  /** Returns a player that starts with the first fault. */
  Player start() {
    return new Player(start.get());
  }

  List<Fault> faults() {
    return faults;
  }

  private static FaultScript inOrder(List<Fault> faults) {
    return new FaultScript(
        faults,
        () -> {
          Iterator<Fault> rest = faults.iterator();
          return () -> rest.hasNext() ? rest.next() : Fault.none();
        });
  }

  /**
   * Draws a fault even if it is not due, so that a different chance does not change the other
   * faults.
   */
  private static Supplier<Fault> seeded(Random random, double chance, List<Fault> faults) {
    return () -> {
      boolean isDue = random.nextDouble() < chance;
      Fault fault = faults.get(random.nextInt(faults.size()));
      return isDue ? fault : Fault.none();
    };
  }
}
