package ai.withcortex.client.paging;

import ai.withcortex.core.PagingContractException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a walk asks for and what of the answers is delivered. Sends nothing itself. */
interface Plan<T> {
  /** What to ask for now; null when the walk has ended. */
  @Nullable Window next();

  /**
   * What will be asked for after the window if its answer is as expected; null if that cannot be
   * told.
   *
   * @param distance how many windows lie between {@link #next} and this one, at least 0
   */
  @Nullable Window following(Window window, int distance);

  /** Why there is no going on, thrown once what was received is delivered; null if there is. */
  @Nullable PagingContractException failure();

  /** Takes the answer to what {@link #next} said and returns what is new in it. */
  List<Entry<T>> accept(Window asked, Answer<T> answer);

  /**
   * Takes note that the server refuses a request, and says whether that was an answer too.
   *
   * @param doubt why it may have been none; null if it was one
   */
  default boolean refused(Window asked, @Nullable String doubt) {
    return false;
  }

  /** Why it cannot be proven that nothing is missing, or null. */
  @Nullable String unprovable();

  /** Adds what is needed to go on from here. */
  void save(WalkState to);
}
