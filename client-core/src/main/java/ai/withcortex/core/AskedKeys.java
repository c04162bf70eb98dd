package ai.withcortex.core;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Asks for the keys of one call, on threads that the end of the call interrupts. */
final class AskedKeys {
  /** Where the keys come from; null if the call gets none from this SDK. */
  private final @Nullable Credentials source;

  /** The credentials that the next attempt uses instead of those of its request. */
  private @Nullable Credentials replacement;

  /** The thread that waits for user code. */
  private @Nullable Thread asking;

  private boolean hasInterrupted;
  private boolean hasEnded;

  /**
   * Creates the keys of a call.
   *
   * @param own the credentials of this call alone; null if it uses those of its request
   */
  AskedKeys(Request request, @Nullable Credentials own) {
    this.source = own == null ? RequestCredentials.in(request) : own;
    this.replacement = own;
  }

  /** Returns whether each attempt asks for its key. */
  boolean mayChange() {
    return source != null && source.mayChange();
  }

  /** Asks for the key of the next attempt on this thread, which a supplier may block. */
  void ask() {
    Credentials asked = source;
    synchronized (this) {
      if (asked == null || hasEnded) {
        return;
      }
      asking = Thread.currentThread();
    }
    replacement = asked.asked();
    synchronized (this) {
      asking = null;
      if (hasInterrupted) {
        Thread.interrupted();
      }
    }
  }

  /** Ends the wait for a supplier. An interrupt that is not from here is kept. */
  synchronized void end() {
    hasEnded = true;
    if (asking != null && !asking.isInterrupted()) {
      hasInterrupted = true;
      asking.interrupt();
    }
  }

  synchronized boolean isAsking() {
    return asking != null;
  }

  /** Returns whether there is a key, as far as it has been asked for. */
  boolean isUsable() {
    return replacement == null || replacement == source || replacement.isUsable();
  }

  /** Attaches the credentials to the request of the next attempt. */
  void attachTo(Request request) {
    if (replacement != null) {
      RequestCredentials.replace(request, replacement);
    }
  }
}
