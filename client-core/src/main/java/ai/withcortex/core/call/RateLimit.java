package ai.withcortex.core.call;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Starts requests at even intervals. Workflows take turns, and the requests of one workflow start
 * in the order in which they asked.
 */
public final class RateLimit {
  private static final double LOWEST = 0.001;
  private static final double HIGHEST = 1_000_000;

  /**
   * Intervals are 5 percent longer than the rate requires. Otherwise, a server would count too many
   * requests in a second whenever the first one takes longer to arrive than the last one.
   */
  private static final double NANOS = 1.05 * TimeUnit.SECONDS.toNanos(1);

  private static final String WORKFLOWS = "/workflows/";

  /** Checks that a rate is in the supported range. */
  public static double check(double requestsPerSecond) {
    // Not a number is in no range.
    if (!(requestsPerSecond >= LOWEST && requestsPerSecond <= HIGHEST)) {
      throw new IllegalArgumentException(
          "Expected requestsPerSecond from 0.001 to 1000000, found "
              + requestsPerSecond
              + "; leave it out if there is no limit.");
    }
    return requestsPerSecond;
  }

  public final double requestsPerSecond;
  private final long interval;
  private final TimeSource time;
  private final ScheduledExecutorService timer;

  /** The requests that wait, by group; the first request of the first group is next. */
  private final Map<String, Set<Turn>> waiting = new LinkedHashMap<>();

  /** The time from which the next request may start. */
  private long next;

  private boolean isScheduled;

  public RateLimit(double requestsPerSecond, TimeSource time, ScheduledExecutorService timer) {
    this.requestsPerSecond = requestsPerSecond;
    this.interval = (long) Math.ceil(NANOS / requestsPerSecond);
    this.time = time;
    this.timer = timer;
    this.next = time.nanoTime();
  }

  /**
   * Prepares a turn for a request.
   *
   * @param start starts the request; receives the time waited in nanoseconds, and must not block
   */
  public Turn turn(Request request, LongConsumer start) {
    return new Turn(group(request.url().encodedPath()), start);
  }

  /** Returns the path of the workflow that a path belongs to, or the path itself. */
  private static String group(String path) {
    int workflow = path.lastIndexOf(WORKFLOWS);
    int end = workflow < 0 ? -1 : path.indexOf('/', workflow + WORKFLOWS.length());
    return end < 0 ? path : path.substring(0, end);
  }

  private synchronized void schedule() {
    if (!isScheduled) {
      Future<?> unused =
          timer.schedule(this::startNext, next - time.nanoTime(), TimeUnit.NANOSECONDS);
      isScheduled = true;
    }
  }

  private void startNext() {
    long now = time.nanoTime();
    Turn turn;
    synchronized (this) {
      isScheduled = false;
      turn = now - next < 0 ? null : poll();
      if (turn != null) {
        next = now + interval;
      }
      if (!waiting.isEmpty()) {
        schedule();
      }
    }
    // Without the lock, because OkHttp may run user code.
    if (turn != null) {
      turn.start.accept(now - turn.since);
    }
  }

  /** Removes the next turn, and moves its group to the end. */
  private @Nullable Turn poll() {
    Iterator<Map.Entry<String, Set<Turn>>> groups = waiting.entrySet().iterator();
    if (!groups.hasNext()) {
      return null;
    }
    Set<Turn> turns = groups.next().getValue();
    groups.remove();
    Turn turn = turns.iterator().next();
    turns.remove(turn);
    if (!turns.isEmpty()) {
      waiting.put(turn.group, turns);
    }
    return turn;
  }

  /** The place of a request in the queue. */
  public final class Turn {
    private final String group;
    private final LongConsumer start;
    private long since;

    private Turn(String group, LongConsumer start) {
      this.group = group;
      this.start = start;
    }

    /** Returns how long the request would have to wait if no other request came or left. */
    public long expectedNanos() {
      synchronized (RateLimit.this) {
        long own = waiting.getOrDefault(group, Collections.emptySet()).size();
        long ahead = 0;
        // Groups that are behind this one have one turn less before the request.
        long turns = own + 1;
        for (Map.Entry<String, Set<Turn>> other : waiting.entrySet()) {
          boolean isOwn = other.getKey().equals(group);
          turns -= isOwn ? 1 : 0;
          ahead += Math.min(other.getValue().size(), turns);
        }
        return Math.max(0, next - time.nanoTime()) + ahead * interval;
      }
    }

    /** Starts the request in its turn: immediately on this thread, or later on the timer's. */
    public void take() {
      synchronized (RateLimit.this) {
        since = time.nanoTime();
        if (!waiting.isEmpty() || since - next < 0) {
          schedule();
          waiting.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(this);
          return;
        }
        next = since + interval;
      }
      start.accept(0);
    }

    /** Leaves the queue, unless the turn has come. */
    public void leave() {
      synchronized (RateLimit.this) {
        Set<Turn> turns = waiting.get(group);
        if (turns != null && turns.remove(this) && turns.isEmpty()) {
          waiting.remove(group);
        }
      }
    }
  }
}
