package ai.withcortex.core.error;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Attaches the positions of walks to exceptions of any type, and retrieves them. */
public final class WalkPositions {
  /** The positions of failures that keep no suppressed exceptions. */
  private static final Map<Throwable, WalkPosition> OTHERS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private WalkPositions() {}

  /**
   * Returns the position of the walk that a failure ended, even if user code threw it, such as the
   * action of the walk; null if the failure has no position. If a future wrapped the failure, the
   * position is found as well.
   *
   * <p>The position is before the item whose action threw, unless the action had called a method of
   * the walk. In that case, it is after the item, as for an item returned by {@code next}. If
   * several walks throw the same exception object, it has the position of the last one.
   */
  public static @Nullable WalkPosition of(Throwable failure) {
    Throwable found = unwrapped(failure);
    if (found instanceof CortexException) {
      return ((CortexException) found).position();
    }
    WalkPosition position = OTHERS.get(found);
    for (Throwable suppressed : found.getSuppressed()) {
      if (suppressed instanceof WalkStoppedException) {
        position = ((WalkStoppedException) suppressed).position();
      }
    }
    return position;
  }

  /**
   * Attaches a position to a failure that ends a walk, for code that walks lists. A {@link
   * CortexException} stores it; any other failure gets it as a suppressed exception if it can have
   * one. If a failure ends several walks, one inside the action of another, the position of the
   * outer walk counts.
   */
  public static void attach(Throwable failure, WalkPosition position) {
    Throwable found = unwrapped(failure);
    if (found instanceof CortexException) {
      ((CortexException) found).setPosition(position);
    } else {
      found.addSuppressed(new WalkStoppedException(position));
      if (found.getSuppressed().length == 0) {
        OTHERS.put(found, position);
      }
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable found = failure;
    while (found.getCause() != null
        && (found instanceof ExecutionException || found instanceof CompletionException)) {
      found = found.getCause();
    }
    return found;
  }
}
