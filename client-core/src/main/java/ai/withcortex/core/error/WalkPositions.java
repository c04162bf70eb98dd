package ai.withcortex.core.error;

import ai.withcortex.core.text.Causes;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Attaches the positions of walks to exceptions of any type, and retrieves them. */
public final class WalkPositions {
  /** The positions of failures that keep no suppressed exceptions. */
  private static final Map<Key, WalkPosition> OTHERS = new ConcurrentHashMap<>();

  /** The keys of failures that nothing refers to anymore. */
  private static final ReferenceQueue<Throwable> UNREACHABLE = new ReferenceQueue<>();

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
    WalkStoppedException stopped = stopped(found);
    return stopped == null ? OTHERS.get(new Key(found)) : stopped.position();
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
      suppress(found, position);
    }
  }

  /** Replaces an earlier position, so that an exception object that is often thrown stays small. */
  private static void suppress(Throwable found, WalkPosition position) {
    synchronized (found) {
      WalkStoppedException earlier = stopped(found);
      if (earlier != null) {
        earlier.setPosition(position);
        return;
      }
      found.addSuppressed(new WalkStoppedException(position));
      if (found.getSuppressed().length > 0) {
        return;
      }
    }
    for (Reference<?> key = UNREACHABLE.poll(); key != null; key = UNREACHABLE.poll()) {
      OTHERS.remove(key);
    }
    OTHERS.put(new Key(found), position);
  }

  private static @Nullable WalkStoppedException stopped(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof WalkStoppedException) {
        return (WalkStoppedException) suppressed;
      }
    }
    return null;
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable found = failure;
    for (Throwable t : Causes.chain(failure)) {
      found = t;
      if (!(t instanceof ExecutionException || t instanceof CompletionException)) {
        break;
      }
    }
    return found;
  }

  /** Stands for an exception object, even if its class regards others as equal. */
  private static final class Key extends WeakReference<Throwable> {
    private final int hash;

    Key(Throwable failure) {
      super(failure, UNREACHABLE);
      hash = System.identityHashCode(failure);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Throwable failure = get();
      return failure != null && other instanceof Key && ((Key) other).get() == failure;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
