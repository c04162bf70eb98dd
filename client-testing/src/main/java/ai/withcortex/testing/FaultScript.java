package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Says which of the coming requests meet which {@link Fault}.
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
 * <p>Requests count in the order in which the sandbox gets to answer them, those with a wrong path
 * or key too; {@link ReceivedRequest#fault()} tells afterwards what each of them met. Immutable: a
 * script may be given to many sandboxes, and to the same one again, and begins anew each time.
 */
public final class FaultScript {
  /** What becomes of a script once a sandbox plays it. Safe for use by several threads. */
  static final class Player {
    private final Supplier<Fault> faults;

    private Player(Supplier<Fault> faults) {
      this.faults = faults;
    }

    /** The fault of the next request. */
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

  /** No faults; ends the script before it. */
  public static FaultScript none() {
    return NONE;
  }

  /** The first request meets the first fault, and so on; after the last one all is well. */
  public static FaultScript inOrder(Fault... faults) {
    return inOrder(Bounds.requireSome("faults", faults));
  }

  /**
   * The next requests meet the fault; then all is well.
   *
   * @param count how many, at least 1
   */
  public static FaultScript times(int count, Fault fault) {
    Bounds.requireAtLeast("count", 1, count);
    return inOrder(Collections.nCopies(count, requireNonNull(fault, "fault == null")));
  }

  /** All requests meet the fault. */
  public static FaultScript always(Fault fault) {
    requireNonNull(fault, "fault == null");
    return new FaultScript(Collections.singletonList(fault), () -> () -> fault);
  }

  /**
   * Each request meets one of the faults by chance, all of them equally likely. The same seed gives
   * the same sequence on every JVM.
   *
   * @param chance how likely a request meets a fault, from 0.0 to 1.0
   */
  public static FaultScript seeded(long seed, double chance, Fault... faults) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be from 0.0 to 1.0 but is " + chance);
    }
    List<Fault> list = Bounds.requireSome("faults", faults);
    return new FaultScript(list, () -> seeded(new Random(seed), chance, list));
  }

  /** A player that begins with the first fault. */
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

  /** Draws the fault even if it is not due, so that another chance changes no other fault. */
  private static Supplier<Fault> seeded(Random random, double chance, List<Fault> faults) {
    return () -> {
      boolean isDue = random.nextDouble() < chance;
      Fault fault = faults.get(random.nextInt(faults.size()));
      return isDue ? fault : Fault.none();
    };
  }
}
