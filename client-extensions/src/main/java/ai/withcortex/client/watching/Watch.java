package ai.withcortex.client.watching;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * Polls the newest items of a list and reports their changes.
 *
 * <pre>{@code
 * Watch<Run> watch = cortex.workflow("app_1", "work_1").watch(RunQuery.builder().build());
 * try (ChangeIterator<Run> changes = watch.iterator()) {
 *   while (changes.hasNext()) {
 *     System.out.println(changes.next());
 *   }
 * }
 * }</pre>
 *
 * <p>Creating a watch sends nothing. Each iterator, stream, action or subscription is a watch of
 * its own: it polls first when a change is requested, and then at the intervals of its {@link
 * WatchOptions}. A poll is an exact walk over the first items of the list, the window.
 *
 * <p>Each change between two polls is reported once. The changes of a poll come in an order in
 * which they may have happened: first vanished items, then new and changed ones, oldest first. As
 * long as the list has one order, no report is wrong, even if the list changes during a poll. Some
 * changes are not reported:
 *
 * <ul>
 *   <li>Changes undone before the next poll: a state that an item had only in between, or an item
 *       that came and went.
 *   <li>Changes after the last item that is in both windows, if the list continues after the
 *       window: nothing tells whether an item was deleted there or only pushed out, or whether one
 *       was added or only moved up. So items leave and enter at the end of the window without a
 *       report.
 *   <li>Changes between two windows that have no item in common; a {@link ChangeKind#GAP} reports
 *       that case.
 * </ul>
 *
 * <p>A poll that fails with a transient error is repeated after the longest interval, see {@link
 * WatchOptions#failureLimit}. Other failures are thrown. No change is lost: the watch can resume
 * from its position. In that case {@link ai.withcortex.core.error.CortexException#position} says
 * where the poll stood; it is not a position of the watch.
 *
 * <p>This object is immutable and safe for use by several threads; its iterators are not.
 *
 * @param <T> the items
 */
public interface Watch<T> extends Iterable<Change<T>> {
  /** Starts a watch that blocks while it waits or polls. */
  @Override
  ChangeIterator<T> iterator();

  /**
   * Returns the changes as a sequential, ordered stream, which is endless unless the options set a
   * limit. Closing it ends the watch.
   */
  Stream<Change<T>> stream();

  /**
   * Calls an action with each change, one after the other, without blocking a thread; the first
   * poll starts at once.
   *
   * <p>The action runs on the threads that receive the answers. If the action throws, the future
   * fails with that exception; if the watch fails, with the failure of the watch. Canceling the
   * future, or completing it in any other way, ends the watch, its waits and its requests.
   *
   * @return the position of the watch, once a limit is reached
   */
  CompletableFuture<WatchPosition> forEachAsync(Consumer<? super Change<T>> action);

  /**
   * Returns the changes as a Reactive Streams publisher; each subscriber gets its own watch.
   *
   * <p>The watch polls only while the subscriber requests changes that have not arrived yet, and
   * does not make up for polls it skipped. Canceling a subscription cancels its waits and requests.
   * Reaching a limit completes it. Subscribers are called on the threads that receive the answers,
   * or on their own thread while they request.
   */
  Publisher<Change<T>> publisher();
}
