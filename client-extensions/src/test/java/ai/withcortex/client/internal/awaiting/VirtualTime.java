package ai.withcortex.client.internal.awaiting;

import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.internal.WaitTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** Time that passes when a test lets it, and runs on its thread what is due. */
final class VirtualTime implements WaitTimer {
  private static final long START = Long.MAX_VALUE - 1000;

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));

  private Duration elapsed = Duration.ZERO;
  private long count;

  private record Event(Duration at, long number, Runnable task) {}

  @Override
  public long nanoTime() {
    return START + elapsed.toNanos();
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plus(elapsed);
  }

  /** Returns how much time has passed. */
  Duration elapsed() {
    return elapsed;
  }

  /** Returns how many tasks and waits are yet to come. */
  int pending() {
    return events.size();
  }

  @Override
  public CompletableFuture<?> after(Duration wait, OpenWaits waits) {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    Runnable cancel = schedule(wait, () -> over.complete(true));
    Runnable end = () -> execute(() -> over.complete(true));
    waits.add(end);
    CompletableFuture<?> unused =
        over.whenComplete(
            (any, failure) -> {
              cancel.run();
              waits.remove(end);
            });
    return over;
  }

  @Override
  public void execute(Runnable task) {
    Runnable unused = schedule(Duration.ZERO, task);
  }

  /** Runs a task after a while, and returns what cancels it. */
  Runnable schedule(Duration wait, Runnable task) {
    Event event = new Event(elapsed.plus(wait), count++, task);
    events.add(event);
    return () -> events.remove(event);
  }

  /** Lets time pass; the test fails if tasks never stop being due. */
  void pass(Duration time) {
    Duration end = elapsed.plus(time);
    long most = count + 5_000_000;
    while (!events.isEmpty() && events.element().at().compareTo(end) <= 0) {
      Event event = events.remove();
      elapsed = event.at();
      event.task().run();
      if (count > most) {
        throw new AssertionError("too many tasks");
      }
    }
    elapsed = end;
  }
}
