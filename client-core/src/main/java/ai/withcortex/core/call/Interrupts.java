package ai.withcortex.core.call;

import ai.withcortex.core.text.Causes;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Recognizes the exceptions that report an interrupt of this thread. */
public final class Interrupts {
  /** Messages of OkHttp's and Okio's InterruptedIOExceptions that are not about an interrupt. */
  private static final List<String> OTHER_ENDS =
      Arrays.asList("timeout", "deadline reached", "executor rejected");

  /**
   * Returns whether an exception or its cause says that this thread was interrupted. User code that
   * clears the interrupt flag reports the interrupt in its own words.
   */
  public static boolean areReportedBy(Throwable failure) {
    for (Throwable t : Causes.chain(failure)) {
      if (t instanceof InterruptedException || t instanceof ClosedByInterruptException) {
        return true;
      }
      if (t instanceof InterruptedIOException) {
        return t.getClass() == InterruptedIOException.class
            && !OTHER_ENDS.contains(String.valueOf(t.getMessage()));
      }
      if (t instanceof ExecutionException || t instanceof CompletionException) {
        // The cause happened on another thread.
        return false;
      }
    }
    return false;
  }

  private Interrupts() {}
}
