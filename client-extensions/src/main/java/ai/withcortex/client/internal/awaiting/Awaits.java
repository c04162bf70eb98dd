package ai.withcortex.client.internal.awaiting;

import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.internal.Failures;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.internal.WaitTimer;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.model.Run;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The awaits of a client. Those of the same workflow share their requests. Thread-safe. */
public final class Awaits {
  private final OpenWaits waits;
  private final WaitTimer timer;
  private final DoubleSupplier random;
  private final long start;

  /** The workflows whose runs are awaited. */
  private final Map<RunSource, WorkflowPoller> pollers = new ConcurrentHashMap<>();

  /**
   * @param waits the waits that end when the client closes
   */
  public Awaits(OpenWaits waits) {
    this(waits, WaitTimer.RealTime.INSTANCE, () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * @param random returns numbers from 0 (inclusive) to 1 (exclusive)
   */
  Awaits(OpenWaits waits, WaitTimer timer, DoubleSupplier random) {
    this.waits = waits;
    this.timer = timer;
    this.random = random;
    start = timer.nanoTime();
  }

  /** Returns whether no run is awaited. */
  boolean isEmpty() {
    return pollers.isEmpty();
  }

  /**
   * Blocks until the run has ended.
   *
   * @param initial the run as it was just now, or null if it has not been seen
   */
  public Run await(RunSource source, String id, @Nullable Run initial, AwaitOptions options) {
    BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    Awaited awaited = start(source, id, initial, options, tasks::add);
    try {
      while (!awaited.end.isDone()) {
        tasks.take().run();
      }
      return awaited.end.get();
    } catch (InterruptedException e) {
      awaited.end.cancel(true);
      Thread.currentThread().interrupt();
      throw new CortexCanceledException(
          awaited.says("The wait for run " + id + " ended because its thread was interrupted"), e);
    } catch (ExecutionException e) {
      throw Failures.rethrown(seenHere(Failures.cause(e), awaited));
    }
  }

  /** Adds the calling code and the last status to a failure of a request, which has neither. */
  private static Throwable seenHere(Throwable failure, Awaited awaited) {
    boolean isOfRequest =
        failure instanceof CortexException && !(failure instanceof CortexTimeoutException);
    if (isOfRequest) {
      failure.addSuppressed(
          new IllegalStateException(awaited.says("Run " + awaited.id + " was awaited here")));
    }
    return failure;
  }

  /** Awaits the end of a run like {@link #await}, but without blocking. */
  public CompletableFuture<Run> awaitAsync(
      RunSource source, String id, @Nullable Run initial, AwaitOptions options) {
    return start(source, id, initial, options, timer::execute).end;
  }

  private Awaited start(
      RunSource source, String id, @Nullable Run initial, AwaitOptions options, Executor executor) {
    boolean isSeen = initial != null;
    AwaitSchedule schedule = new AwaitSchedule(options, isSeen, now(), random);
    Awaited awaited = new Awaited(id, options, schedule, executor);
    if (initial != null && awaited.see(initial, Awaited.WITHOUT_PARTS)) {
      return awaited;
    }
    WorkflowPoller poller =
        pollers.compute(
            source,
            (key, known) -> {
              WorkflowPoller shared = known == null ? newPoller(key) : known;
              shared.add(awaited);
              return shared;
            });
    CompletableFuture<?> unused = awaited.end.whenComplete((run, e) -> poller.remove(awaited));
    return awaited;
  }

  private long now() {
    return timer.nanoTime() - start;
  }

  private WorkflowPoller newPoller(RunSource source) {
    Runnable onEmpty =
        () -> pollers.computeIfPresent(source, (key, it) -> it.isEmpty() ? null : it);
    return new WorkflowPoller(source, waits, timer, this::now, onEmpty);
  }
}
