package ai.withcortex.core.call;

import java.io.IOException;
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
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests at even intervals. Workflows take turns, and the requests of one workflow start in
 * the order in which they asked.
 *
 * <p>A request may start an interval after the previous one was sent, and not before that one was
 * sent or has ended. Otherwise, requests that wait for a connection or for a place in OkHttp's
 * dispatcher would be sent together later. As a network interceptor, this class sees when a request
 * is sent.
 */
public final class RateLimit implements Interceptor {
  private static final double LOWEST = 0.001;
  private static final double HIGHEST = 1_000_000;

  /**
   * Intervals are 5 percent longer than the rate requires. Otherwise, a server would count too many
   * requests in a second whenever the first one takes longer to arrive than the last one.
   */
  private static final double NANOS = 1.05 * TimeUnit.SECONDS.toNanos(1);

  /**
   * How much later the second request starts: the first one may take so much longer to arrive,
   * while classes are loaded.
   */
  private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(250);

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
  private boolean isWarm;

  /** The latest turn, until its request has been sent or has ended. */
  private @Nullable Turn current;

  /** Whether the next turn may come before the request of the current one has been sent. */
  private boolean isYielded;

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
   * @param start starts the request on the timer's thread, if it has to wait; receives the time
   *     waited in nanoseconds, and must not block
   */
  public Turn turn(Request request, LongConsumer start) {
    return new Turn(request, start);
  }

  /** Returns the path of the workflow that a path belongs to, or an empty string. */
  private static String group(String path) {
    int workflow = path.lastIndexOf(WORKFLOWS);
    if (workflow < 0) {
      return "";
    }
    int end = path.indexOf('/', workflow + WORKFLOWS.length());
    return end < 0 ? path : path.substring(0, end);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    sent(chain.call().request());
    return chain.proceed(chain.request());
  }

  /** Records that a request is being sent. */
  public synchronized void sent(Request request) {
    if (current != null && current.request == request) {
      release();
    }
  }

  /** Lets the next request start after an interval. */
  private synchronized void release() {
    current = null;
    next = time.nanoTime() + gap();
    isWarm = true;
    schedule();
  }

  /** Returns the least time between the latest request and the next one. */
  private synchronized long gap() {
    return isWarm ? interval : interval + WARM_UP;
  }

  private synchronized boolean isHeld() {
    return current != null && !isYielded;
  }

  private synchronized void start(Turn turn, long now) {
    current = turn;
    isYielded = false;
    next = now + gap();
  }

  /** Schedules the next start, unless nobody waits or the current request has to be sent first. */
  private synchronized void schedule() {
    if (!isScheduled && !waiting.isEmpty() && !isHeld()) {
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
      turn = isHeld() || now - next < 0 ? null : poll();
      if (turn != null) {
        start(turn, now);
      }
      schedule();
    }
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
    private Request request;
    private long since;

    private Turn(Request request, LongConsumer start) {
      this.request = request;
      this.group = group(request.url().encodedPath());
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
        return Math.max(isHeld() ? gap() : 0, next - time.nanoTime()) + ahead * interval;
      }
    }

    /** Returns true if the request may start now; otherwise, starts it when its turn comes. */
    public boolean take() {
      synchronized (RateLimit.this) {
        since = time.nanoTime();
        if (waiting.isEmpty() && !isHeld() && since - next >= 0) {
          RateLimit.this.start(this, since);
          return true;
        }
        waiting.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(this);
        schedule();
        return false;
      }
    }

    /** Allows others to start after the interval, although this request has not been sent. */
    public void giveWay() {
      synchronized (RateLimit.this) {
        if (current == this) {
          isYielded = true;
          schedule();
        }
      }
    }

    /** Returns whether the turn has come and has not passed; others then wait again. */
    public boolean resume() {
      synchronized (RateLimit.this) {
        boolean isCurrent = current == this;
        isYielded &= !isCurrent;
        return isCurrent;
      }
    }

    /** Names the request that is about to be sent: that of a retry is a copy. */
    public void sends(Request copy) {
      synchronized (RateLimit.this) {
        request = copy;
      }
    }

    /** Leaves the queue, or makes way for the next turn if this one has come. */
    public void leave() {
      synchronized (RateLimit.this) {
        if (current == this) {
          release();
        }
        Set<Turn> turns = waiting.get(group);
        if (turns != null && turns.remove(this) && turns.isEmpty()) {
          waiting.remove(group);
        }
      }
    }
  }
}
