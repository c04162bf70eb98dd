package ai.withcortex.client.internal.awaiting;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.internal.TransientFailures;
import ai.withcortex.client.internal.WaitTimer;
import ai.withcortex.model.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Polls the awaited runs of a workflow. If many are due, it reads pages of the list first, and gets
 * only those runs that it does not find there. Requests are sent on threads of the client, never on
 * that of a caller, because others may need them as well. Thread-safe.
 */
final class WorkflowPoller {
  /** The most requests for single runs at a time. */
  static final int MOST_GETS = 8;

  private static final long NEVER = Long.MAX_VALUE;

  private final RunSource source;
  private final OpenWaits waits;
  private final WaitTimer timer;
  private final Runnable onEmpty;

  /** Returns the current time, in nanoseconds since any fixed moment. */
  private final LongSupplier clock;

  /** Whether a thread is about to poll. */
  private final AtomicBoolean isPollComing = new AtomicBoolean();

  private final Map<String, Set<Awaited>> awaits = new HashMap<>();
  private final List<RunRequest> gets = new ArrayList<>();
  private @Nullable ListReading reading;
  private @Nullable Integer firstPage;

  /** When the server accepts the next request. */
  private long notBefore;

  private @Nullable CompletableFuture<?> wait;
  private long waitEnd;

  /** What to do once the lock is released: sending or canceling requests may run user code. */
  private List<Runnable> actions = new ArrayList<>();

  /**
   * @param onEmpty called, perhaps more than once, when there are no more awaits
   */
  WorkflowPoller(
      RunSource source, OpenWaits waits, WaitTimer timer, LongSupplier clock, Runnable onEmpty) {
    this.source = source;
    this.waits = waits;
    this.timer = timer;
    this.clock = clock;
    this.onEmpty = onEmpty;
  }

  synchronized boolean isEmpty() {
    return awaits.isEmpty();
  }

  /** Adds an await, and polls on another thread. */
  void add(Awaited awaited) {
    synchronized (this) {
      awaits.computeIfAbsent(awaited.id, id -> new LinkedHashSet<>()).add(awaited);
    }
    // One thread is enough for all that come at once.
    if (isPollComing.compareAndSet(false, true)) {
      timer.execute(
          () -> {
            isPollComing.set(false);
            poll();
          });
    }
  }

  /** Removes an await that has ended, and cancels the requests that only it needed. */
  void remove(Awaited awaited) {
    locked(() -> leave(awaited));
  }

  /** Sends the requests that are due, and waits for those that will be. */
  void poll() {
    locked(() -> {});
  }

  private void locked(Runnable change) {
    List<Runnable> released;
    boolean isEmpty;
    synchronized (this) {
      change.run();
      proceed();
      released = actions;
      actions = new ArrayList<>();
      isEmpty = awaits.isEmpty();
    }
    released.forEach(Runnable::run);
    if (isEmpty) {
      onEmpty.run();
    }
  }

  private void proceed() {
    long now = clock.getAsLong();
    if (waits.isClosed()) {
      for (Awaited awaited : all()) {
        leave(awaited);
        awaited.close();
      }
    }
    for (Awaited awaited : all()) {
      if (awaited.schedule.deadline <= now) {
        leave(awaited);
        awaited.timeOut();
      }
    }
    if (notBefore <= now) {
      startDue(now);
    }
    waitForNext(now);
  }

  private List<Awaited> all() {
    List<Awaited> all = new ArrayList<>();
    awaits.values().forEach(all::addAll);
    return all;
  }

  private void leave(Awaited awaited) {
    Set<Awaited> same = awaits.get(awaited.id);
    if (same == null || !same.remove(awaited)) {
      return;
    }
    if (same.isEmpty()) {
      awaits.remove(awaited.id);
    }
    Object request = awaited.pending;
    boolean isNeeded = same.stream().anyMatch(other -> other.pending == request);
    if (request instanceof RunRequest && !isNeeded) {
      gets.remove(request);
      actions.add(() -> ((RunRequest) request).answer.cancel(true));
    } else if (request instanceof ListReading && !isNeeded) {
      found(awaited.id);
    }
  }

  /** Ends the reading of the list if it has no more runs to find. */
  private void found(String id) {
    ListReading list = reading;
    if (list != null) {
      list.remove(id);
      if (list.isDone()) {
        reading = null;
        actions.add(() -> list.answer.cancel(true));
      }
    }
  }

  private void startDue(long now) {
    List<Awaited> toGet = new ArrayList<>();
    List<Awaited> toList = new ArrayList<>();
    List<Awaited> soon = new ArrayList<>();
    for (Awaited awaited : all()) {
      if (awaited.pending != null) {
        continue;
      }
      if (awaited.schedule.isDue(now)) {
        (awaited.mustBeGot() ? toGet : toList).add(awaited);
      } else if (awaited.schedule.isSoonDue(now) && !awaited.mustBeGot()) {
        soon.add(awaited);
      }
    }
    Set<String> due = ids(toList);
    soon.addAll(toList);
    Set<String> missing = ids(soon);
    if (reading == null && !due.isEmpty() && missing.size() >= ListReading.RUNS_PER_PAGE) {
      ListReading list = new ListReading(missing, due, firstPage);
      soon.forEach(awaited -> awaited.pending = list);
      reading = list;
      readOn(list, now);
    } else if (due.size() < ListReading.RUNS_PER_PAGE) {
      toGet.addAll(toList);
    }
    toGet.sort(Comparator.comparingLong(awaited -> awaited.schedule.due()));
    toGet.forEach(this::get);
  }

  private static Set<String> ids(List<Awaited> awaits) {
    Set<String> ids = new LinkedHashSet<>();
    awaits.forEach(awaited -> ids.add(awaited.id));
    return ids;
  }

  /** Gets a run, unless too many requests are in flight; each answer leads here again. */
  private void get(Awaited awaited) {
    GetRunOptions parts = awaited.needed();
    for (RunRequest request : gets) {
      if (request.isFor(awaited.id, parts)) {
        awaited.pending = request;
        return;
      }
    }
    if (gets.size() < MOST_GETS) {
      awaited.pending = sendGet(awaited.id, parts);
    }
  }

  private RunRequest sendGet(String id, GetRunOptions parts) {
    RunRequest request = new RunRequest(id, parts);
    gets.add(request);
    CompletableFuture<?> unused =
        request.answer.whenComplete(
            (run, failure) -> locked(() -> answered(request, run, failure)));
    actions.add(() -> Sending.send(request.answer, () -> source.get(id, parts)));
    return request;
  }

  private void answered(RunRequest request, @Nullable Run run, @Nullable Throwable failure) {
    long now = clock.getAsLong();
    gets.remove(request);
    ListReading list = reading;
    for (Awaited awaited : awaiting(request.id)) {
      if (run != null) {
        see(awaited, run, request.options, request, now);
        found(request.id);
      } else if (failure != null && awaited.pending == request) {
        fail(awaited, failure, now);
      }
    }
    if (list == null || list != reading || list.probe != request) {
      return;
    }
    list.probe = null;
    if (failure != null && TransientFailures.include(failure)) {
      failAll(list, failure, now);
    } else {
      readOn(list, now);
    }
  }

  private List<Awaited> awaiting(String id) {
    return new ArrayList<>(awaits.getOrDefault(id, Collections.emptySet()));
  }

  private void see(Awaited awaited, Run run, GetRunOptions parts, Object request, long now) {
    awaited.schedule.succeeded(now);
    awaited.isUnlisted = false;
    if (awaited.see(run, parts)) {
      leave(awaited);
      return;
    }
    // It may also wait for a request that is still in flight.
    if (awaited.pending == request || awaited.pending == reading) {
      awaited.pending = null;
    }
    if (awaited.mustBeGot()) {
      awaited.schedule.hurry(now);
    }
  }

  private void fail(Awaited awaited, Throwable failure, long now) {
    awaited.pending = null;
    awaited.isUnlisted = false;
    if (Sending.isCanceled(failure)) {
      // Nobody here canceled it: perhaps the client is being closed, which ends the wait.
      awaited.schedule.missed(now);
      return;
    }
    long asked = TransientFailures.untilRetryAfter(failure, timer.now()).toNanos();
    notBefore = Math.max(notBefore, now + asked);
    if (!awaited.survives(failure, asked, now)) {
      leave(awaited);
      awaited.fail(failure);
    }
  }

  private void readOn(ListReading list, long now) {
    boolean mayAsk = notBefore <= now;
    if (!list.hasNext() || !mayAsk) {
      reading = null;
      for (Awaited awaited : pendingOn(list)) {
        awaited.pending = null;
        awaited.isUnlisted = mayAsk && awaited.schedule.isDue(now);
      }
      return;
    }
    int page = list.next();
    CompletableFuture<ListedRuns> answer = list.answer;
    CompletableFuture<?> unused =
        answer.whenComplete((listed, failure) -> locked(() -> answered(list, listed, failure)));
    actions.add(() -> Sending.send(answer, () -> source.list(page)));
  }

  private List<Awaited> pendingOn(ListReading list) {
    List<Awaited> pending = all();
    pending.removeIf(awaited -> awaited.pending != list);
    return pending;
  }

  private void answered(
      ListReading list, @Nullable ListedRuns listed, @Nullable Throwable failure) {
    if (reading != list) {
      return;
    }
    long now = clock.getAsLong();
    if (listed != null) {
      read(list, listed, now);
    } else if (failure != null) {
      fail(list, failure, now);
    }
  }

  private void read(ListReading list, ListedRuns listed, long now) {
    list.read(listed);
    firstPage = list.firstPage;
    for (Run run : listed.runs) {
      for (Awaited awaited : awaiting(run.id())) {
        see(awaited, run, Awaited.WITHOUT_PARTS, list, now);
      }
      found(run.id());
    }
    for (String id : listed.unread) {
      for (Awaited awaited : awaiting(id)) {
        awaited.isUnlisted = true;
        awaited.pending = awaited.pending == list ? null : awaited.pending;
      }
      found(id);
    }
    if (reading == list) {
      readOn(list, now);
    }
  }

  /**
   * If a page fails though the server may answer, gets one of the runs: if that fails as well, the
   * other runs share the failure; otherwise, it is the list that fails.
   */
  private void fail(ListReading list, Throwable failure, long now) {
    boolean asksToWait = !TransientFailures.untilRetryAfter(failure, timer.now()).isZero();
    if (Sending.isCanceled(failure) || asksToWait || failure instanceof IllegalStateException) {
      failAll(list, failure, now);
    } else if (TransientFailures.include(failure)) {
      String id = list.anyMissing();
      RunRequest probe = sendGet(id, Awaited.WITHOUT_PARTS);
      awaiting(id).forEach(awaited -> awaited.pending = probe);
      list.probe = probe;
      found(id);
    } else {
      list.refuse();
      firstPage = list.firstPage;
      readOn(list, now);
    }
  }

  private void failAll(ListReading list, Throwable failure, long now) {
    reading = null;
    pendingOn(list).forEach(awaited -> fail(awaited, failure, now));
  }

  private void waitForNext(long now) {
    long next = NEVER;
    for (Awaited awaited : all()) {
      next = Math.min(next, awaited.schedule.deadline);
      long due = Math.max(notBefore, awaited.schedule.due());
      // If it is due now, it waits for other requests to end.
      if (awaited.pending == null && due > now) {
        next = Math.min(next, due);
      }
    }
    CompletableFuture<?> before = wait;
    if (before != null && !before.isDone()) {
      if (waitEnd <= next && next != NEVER) {
        return;
      }
      before.cancel(true);
    }
    wait = null;
    if (next != NEVER) {
      CompletableFuture<?> due = timer.after(Duration.ofNanos(next - now), waits);
      wait = due;
      waitEnd = next;
      CompletableFuture<?> unused = due.thenRunAsync(this::poll, timer::execute);
    }
  }
}
