package ai.withcortex.core.call;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
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
 * <p>A request whose key comes from a supplier has two turns: one to ask for the key, in the line
 * of its workflow, and one to be sent, which does not wait in that line again. So a slow supplier
 * neither holds up other requests nor wastes their turns. A workflow asks when no other one that
 * can send is before it, and again when the others have had a turn, so a key is not as old as the
 * line is long.
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

  /** The groups that have turns, by name. */
  private final Map<String, Group> groups = new HashMap<>();

  /** The number of places given to groups so far. */
  private long places;

  /** The time from which the next request may ask for its key. */
  private long nextAsked;

  /** The time from which the next request may be sent. */
  private long nextSent;

  private boolean isScheduled;
  private long scheduledAt;
  private boolean isWarm;

  /** The turn of the latest request until it has been sent or has ended. */
  private @Nullable Turn current;

  public RateLimit(double requestsPerSecond, TimeSource time, ScheduledExecutorService timer) {
    this.requestsPerSecond = requestsPerSecond;
    this.interval = (long) Math.ceil(NANOS / requestsPerSecond);
    this.time = time;
    this.timer = timer;
    this.nextAsked = time.nanoTime();
    this.nextSent = nextAsked;
  }

  /** What a turn is for. */
  public enum Purpose {
    /** To ask for a key. */
    ASK,
    /** To send a request after its key was asked for in a turn. */
    SEND_ASKED,
    /** To send any other request. */
    SEND
  }

  /**
   * Prepares a turn of a request.
   *
   * @param start runs on the timer's thread when the turn comes, if it has to wait; receives the
   *     time waited in nanoseconds, and must not block
   */
  public Turn turn(Purpose purpose, Request request, LongConsumer start) {
    return new Turn(purpose, request, start);
  }

  /** Returns the path of the workflow that a path belongs to, or an empty string. */
  private static String groupName(String path) {
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

  /** Lets the next request be sent after an interval. */
  private synchronized void release() {
    current = null;
    nextSent = time.nanoTime() + gap();
    isWarm = true;
    schedule();
  }

  /** Returns the least time between the latest request and the next one. */
  private synchronized long gap() {
    return isWarm ? interval : interval + WARM_UP;
  }

  /** Returns the next turn, or null if nobody waits. */
  private synchronized @Nullable Turn first() {
    Group sends = null;
    int senders = 0;
    for (Group group : groups.values()) {
      if (group.toSend() != null) {
        senders++;
        sends = sends == null || group.sendPlace < sends.sendPlace ? group : sends;
      }
    }
    Group asks = null;
    for (Group group : groups.values()) {
      // A key that comes before the turn to send would only become old. If the workflow asks for
      // one already, the others have a turn before it can send a second request.
      boolean isNext =
          sends == null
              || (group.sendPlace <= sends.sendPlace
                  && (group.askPlace <= sends.sendPlace || senders <= group.asking.size()));
      if (isNext && group.toAsk() != null && (asks == null || group.askPlace < asks.askPlace)) {
        asks = group;
      }
    }
    Turn toAsk = asks == null ? null : asks.toAsk();
    Turn toSend = sends == null ? null : sends.toSend();
    if (toAsk == null || toSend == null) {
      return toAsk == null ? toSend : toAsk;
    }
    // To ask costs no time, so it must not wait as long as others send.
    return nextAsked - nextSent <= 0 ? toAsk : toSend;
  }

  /** Schedules the next turn, unless nobody waits or the current request has to be sent first. */
  private synchronized void schedule() {
    Turn first = current == null ? first() : null;
    if (first == null) {
      return;
    }
    long due = first.due();
    if (!isScheduled || due - scheduledAt < 0) {
      Future<?> unused =
          timer.schedule(() -> startNext(due), due - time.nanoTime(), TimeUnit.NANOSECONDS);
      isScheduled = true;
      scheduledAt = due;
    }
  }

  private void startNext(long scheduled) {
    long now = time.nanoTime();
    Turn turn;
    synchronized (this) {
      isScheduled &= scheduledAt != scheduled;
      turn = current == null ? first() : null;
      turn = turn == null || now - turn.due() < 0 ? null : turn;
      if (turn != null) {
        turn.begin(now);
      }
      schedule();
    }
    if (turn != null) {
      turn.start.accept(now - turn.since);
    }
  }

  /** The turns of one workflow, or of all requests that belong to none. */
  private final class Group {
    /** The turns in line: the first one is next. */
    private final Set<Turn> line = new LinkedHashSet<>();

    /** How many of these are to ask for a key. */
    private int asksInLine;

    /** The turns of requests that are asking for their keys. */
    private final Set<Turn> asking = new HashSet<>();

    /** The turns of requests that have asked for their keys, which came before those in line. */
    private final Set<Turn> ready = new LinkedHashSet<>();

    /** The places among the groups: the one with the lowest number is next. */
    private long askPlace = ++places;

    private long sendPlace = askPlace;

    private @Nullable Turn toAsk() {
      // Keys would become old if more requests asked for them than can be sent.
      Turn first = ready.size() <= asking.size() ? first(line) : null;
      return first != null && first.purpose == Purpose.ASK ? first : null;
    }

    private @Nullable Turn toSend() {
      Turn first = first(ready.isEmpty() ? line : ready);
      return first != null && first.purpose != Purpose.ASK ? first : null;
    }

    private @Nullable Turn first(Set<Turn> turns) {
      return turns.isEmpty() ? null : turns.iterator().next();
    }

    private void join(Turn turn) {
      asksInLine += turn.purpose == Purpose.ASK ? 1 : 0;
      (turn.purpose == Purpose.SEND_ASKED ? ready : line).add(turn);
    }

    private void leaveLine(Turn turn) {
      if (line.remove(turn)) {
        asksInLine -= turn.purpose == Purpose.ASK ? 1 : 0;
      }
    }

    private void leave(Turn turn) {
      leaveLine(turn);
      asking.remove(turn);
      ready.remove(turn);
      if (line.isEmpty() && asking.isEmpty() && ready.isEmpty()) {
        groups.remove(turn.group, this);
      }
    }
  }

  /** The place of a request in line. */
  public final class Turn {
    private final Purpose purpose;
    private final String group;
    private final LongConsumer start;
    private Request request;
    private long since;

    private Turn(Purpose purpose, Request request, LongConsumer start) {
      this.purpose = purpose;
      this.request = request;
      this.group = groupName(request.url().encodedPath());
      this.start = start;
    }

    /** Returns the time from which the turn may come. */
    private long due() {
      return purpose == Purpose.ASK ? nextAsked : nextSent;
    }

    private void begin(long now) {
      Group own = requireNonNull(groups.get(group), "the turn waits");
      if (purpose != Purpose.SEND_ASKED) {
        // Asking earlier would only make the next key older.
        nextAsked = now + interval;
      }
      if (purpose == Purpose.ASK) {
        own.asking.add(this);
        own.leaveLine(this);
        own.askPlace = ++places;
      } else {
        own.sendPlace = ++places;
        own.leave(this);
        nextSent = now + gap();
        current = this;
      }
    }

    /** Returns how long the turn would have to wait if no other request came or left. */
    public long expectedNanos() {
      synchronized (RateLimit.this) {
        return Math.max(current == null ? 0 : gap(), due() - time.nanoTime()) + ahead() * interval;
      }
    }

    private long ahead() {
      Group own = groups.get(group);
      long ownAhead = own == null ? 0 : own.ready.size();
      if (own != null && purpose != Purpose.SEND_ASKED) {
        ownAhead += own.line.size();
      }
      long ahead = ownAhead;
      for (Group other : groups.values()) {
        if (other != own) {
          boolean isFirst = own == null || other.sendPlace < own.sendPlace;
          // While others ask for their keys, this request may be sent.
          int asks = purpose == Purpose.ASK ? 0 : other.asksInLine;
          int waiting = other.ready.size() + other.line.size() - asks;
          ahead += Math.min(waiting, ownAhead + (isFirst ? 1 : 0));
        }
      }
      return ahead;
    }

    /** Returns true if the turn has come; otherwise, starts the action when it comes. */
    public boolean take() {
      synchronized (RateLimit.this) {
        since = time.nanoTime();
        Group own = groups.computeIfAbsent(group, name -> new Group());
        own.join(this);
        if (current == null && first() == this && since - due() >= 0) {
          begin(since);
          return true;
        }
        schedule();
        return false;
      }
    }

    /** Names the request that is about to be sent: that of a retry is a copy. */
    public void sends(Request copy) {
      synchronized (RateLimit.this) {
        request = copy;
      }
    }

    /** Leaves the line, stops asking, or makes way for the next if the request was not sent. */
    public void leave() {
      synchronized (RateLimit.this) {
        if (current == this) {
          release();
        }
        Group own = groups.get(group);
        if (own != null) {
          own.leave(this);
        }
        // Others may have waited for it.
        schedule();
      }
    }
  }
}
