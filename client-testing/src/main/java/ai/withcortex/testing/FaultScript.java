package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Decides which {@link Fault}, if any, affects each request.
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
 * <p>Faults are assigned to requests in the order in which the sandbox handles them, including
 * requests with a wrong path or API key. {@link ReceivedRequest#fault()} returns the fault that
 * affected a request. Immutable: you can pass a script to several sandboxes, or to the same sandbox
 * again, and it starts from the beginning each time.
 */
public final class FaultScript {
  /** The state of a script that is being played. Safe for use by multiple threads. */
  static final class Player {
    private final Supplier<Fault> faults;

    private Player(Supplier<Fault> faults) {
      this.faults = faults;
    }

    /** Returns the fault for the next request. */
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

  /** Returns a script without faults. Use it to stop the previous script. */
  public static FaultScript none() {
    return NONE;
  }

  /**
   * Returns a script that applies one fault to each request, in order. After the last fault,
   * requests succeed.
   */
  public static FaultScript inOrder(Fault... faults) {
    return inOrder(Preconditions.requireSome("faults", faults));
  }

  /**
   * Returns a script that applies the fault to the next requests. Later requests succeed.
   *
   * @param count the number of requests, at least 1
   */
  public static FaultScript times(int count, Fault fault) {
    Preconditions.requireAtLeast("count", 1, count);
    return inOrder(Collections.nCopies(count, requireNonNull(fault, "fault == null")));
  }

  /** Returns a script that applies the fault to all requests. */
  public static FaultScript always(Fault fault) {
    requireNonNull(fault, "fault == null");
    return new FaultScript(Collections.singletonList(fault), () -> () -> fault);
  }

  /**
   * Returns a script that applies faults to random requests. All faults are equally likely. The
   * same seed produces the same sequence on every JVM.
   *
   * @param chance the probability that a fault affects a request, from 0.0 to 1.0
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
   * Draws a fault even when none is due, so that the sequence of faults does not depend on the
   * chance.
   */
  private static Supplier<Fault> seeded(Random random, double chance, List<Fault> faults) {
    return () -> {
      boolean isDue = random.nextDouble() < chance;
      Fault fault = faults.get(random.nextInt(faults.size()));
      return isDue ? fault : Fault.none();
    };
  }
}
