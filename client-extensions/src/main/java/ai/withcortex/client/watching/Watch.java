package ai.withcortex.client.watching;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.paging.PageSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * What happens to the newest items of a list, found by looking at them again and again.
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
 * <p>Making a watch sends nothing; each iterator, stream, action or subscription is a watch of its
 * own, which looks first when it is asked for a change and then from time to time, as {@link
 * WatchOptions} say. A look is an exact walk over the first items of the list, the window.
 *
 * <p>Each change that two looks show is told once, in the order in which the changes of one look
 * may have happened: what has vanished, then what is new or changed, the oldest item first. As long
 * as the list has one order, nothing that is told is false, whatever happens while the watch looks.
 * What two looks do not show is not told:
 *
 * <ul>
 *   <li>What is undone before the next look: a state that was there in between, an item that came
 *       and went.
 *   <li>What happens behind the last item that was in the window before and still is, if the list
 *       goes on behind the window: whether an item was deleted there or only pushed out cannot be
 *       known, nor whether one was added or has only moved up. So what leaves at the end of the
 *       window does so silently, and what moves up there is taken note of silently.
 *   <li>What happens when no item of the window before is left in it; a {@link ChangeKind#GAP} says
 *       that.
 * </ul>
 *
 * <p>A look that fails with what may pass is repeated after the longest interval, see {@link
 * WatchOptions#failureLimit}. Any other failure is thrown; no change is lost by that, since the
 * watch can go on from its position. {@link ai.withcortex.core.CortexException#position} then says
 * where the look stood, and is no position of the watch.
 *
 * <p>This object is immutable and safe for use by several threads; its iterators are not.
 *
 * @param <T> the items
 */
public interface Watch<T> extends Iterable<Change<T>> {
  /**
   * A watch of a list whose pages come from a source, which begins with the newest item.
   *
   * @param firstPage the number of the page that starts the list, 0 or 1
   * @param take how many items to ask for at once, at least 1; from 20 on, looks are exact
   * @param state what of an item is compared, such as its status; short, since positions hold it
   * @throws IllegalArgumentException if the position of the options is one of another query
   */
  static <T> Watch<T> of(
      PageSource<T> source,
      int firstPage,
      int take,
      Function<? super T, String> state,
      WatchOptions options) {
    requireNonNull(source, "source == null");
    requireNonNull(state, "state == null");
    requireNonNull(options, "options == null");
    if (firstPage > 1) {
      throw new IllegalArgumentException(
          String.format(
              "Expected the page that starts the list, 0 or 1, found page %d; only the newest items"
                  + " can be watched",
              firstPage));
    }
    return new DefaultWatch<>(source, firstPage, take, state, options, WatchTime.RealTime.INSTANCE);
  }

  /** Begins a watch that blocks while it waits or looks. */
  @Override
  ChangeIterator<T> iterator();

  /**
   * The changes as a sequential, ordered stream, which has no end unless the options set one.
   * Closing it ends the watch.
   */
  Stream<Change<T>> stream();

  /**
   * Calls an action with each change, one after the other, and blocks no thread; the first look
   * begins at once.
   *
   * <p>The action runs on the threads that bring the answers. If it throws, the future fails with
   * that; otherwise with what has ended the watch. Canceling the future, or completing it in any
   * other way, ends the watch, its waits and its requests.
   *
   * @return where the watch stands once a limit was reached
   */
  CompletableFuture<WatchPosition> forEachAsync(Consumer<? super Change<T>> action);

  /**
   * The changes for subscribers of Reactive Streams, each of which gets a watch of its own.
   *
   * <p>There is no look before the subscriber asks for changes that are not there yet, and none is
   * made up for that was not asked for. Canceling a subscription ends its waits and requests. A
   * limit that is reached completes it. Subscribers are called on the threads that bring the
   * answers, or on their own while they request.
   */
  Publisher<Change<T>> publisher();
}
