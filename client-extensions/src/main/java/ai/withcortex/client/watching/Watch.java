package ai.withcortex.client.watching;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * Polls the newest items of a list and reports changes to them.
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
 * <p>Creating a watch does not send a request. Each iterator, stream, action, or subscription is an
 * independent watch: it first polls when a change is requested, and then at the intervals set in
 * its {@link WatchOptions}. Each poll is an exact walk over the first items of the list, which are
 * called the window.
 *
 * <p>An item that has not reached a final state when it leaves the window is followed: polls read
 * past the window until they find it, so its end is reported, too. Polls do not read further than
 * the {@link WatchOptions#followLimit}.
 *
 * <p>Each change between two polls is reported once. The changes found by a poll are reported in an
 * order in which they could have happened: first vanished items, then new and changed items, oldest
 * first. As long as the items keep their order, every report is correct, even if the list changes
 * during a poll. The following changes are not reported:
 *
 * <ul>
 *   <li>Changes that are undone before the next poll, such as a state that an item was in only
 *       between polls, or an item that was added and deleted between polls.
 *   <li>Changes after the last item that is in both windows, if the list continues past the window.
 *       It is impossible to tell whether an item there was deleted or only pushed out of the
 *       window, or whether an item was added or only moved up. Ended items at the end of the window
 *       therefore come and go without being reported.
 *   <li>Changes to items outside the window that are not followed. While polls read past the window
 *       to follow an item, changes to the items before it are reported, too.
 *   <li>Changes between two polls that have no items in common, and the end of a followed item that
 *       is beyond the limit. A {@link ChangeKind#GAP} is reported instead.
 * </ul>
 *
 * <p>A poll that fails with a transient error is repeated after the longest interval; see {@link
 * WatchOptions#outageLimit}. Other failures are thrown. No change is lost, because the watch can
 * resume from its position. The {@link ai.withcortex.core.error.CortexException#position} of a
 * thrown exception is the position of the failed poll, not of the watch.
 *
 * <p>A watch is immutable and thread-safe, but its iterators are not.
 *
 * @param <T> the type of the items
 */
public interface Watch<T> extends Iterable<Change<T>> {
  /** Starts a watch and returns an iterator that blocks while it waits or polls. */
  @Override
  ChangeIterator<T> iterator();

  /**
   * Returns the changes as a sequential, ordered stream, which is endless unless the options set a
   * limit. Closing the stream ends the watch.
   */
  Stream<Change<T>> stream();

  /**
   * Calls an action with each change, one at a time, without blocking a thread. The first poll
   * starts immediately.
   *
   * <p>The action runs on the threads that receive responses. If the action throws, the future
   * fails with that exception; if the watch fails, the future fails with the exception from the
   * watch. Canceling the future, or completing it in any other way, ends the watch and cancels its
   * waits and requests.
   *
   * @return a future that completes with the position of the watch when a limit is reached
   */
  CompletableFuture<WatchPosition> forEachAsync(Consumer<? super Change<T>> action);

  /**
   * Returns the changes as a Reactive Streams publisher; each subscriber gets its own watch.
   *
   * <p>The watch polls only while the subscriber is waiting for changes it has requested, and does
   * not make up for skipped polls. Canceling a subscription cancels its waits and requests. A
   * subscription completes when a limit is reached. Subscribers are called on the threads that
   * receive responses, or on their own thread while they call {@code request}.
   */
  Publisher<Change<T>> publisher();
}
