package ai.withcortex.client;

import ai.withcortex.core.error.CortexException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a start or a replay if it is unknown whether the server has created the run: the
 * request may have arrived, but no response says what became of it. The request was not sent again.
 * The cause is the failure of the call, and {@link CortexException#mayHaveArrived} lists which
 * failures leave this open.
 *
 * <pre>{@code
 * try {
 *   return workflow.start(request).id();
 * } catch (StartUnknownException e) {
 *   List<Run> runs = e.findStarted().runs();
 *   return runs.size() == 1 ? runs.get(0).id() : null;
 * }
 * }</pre>
 *
 * <p>The message contains no input.
 */
public final class StartUnknownException extends CortexException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable StartSearch search;

  private StartUnknownException(CortexException cause, StartSearch search) {
    super(
        "It is unknown whether the run was started, because its request may have arrived: "
            + cause.getMessage()
            + ". Look for the run with findStarted() before you start it again; if none is found,"
            + " that is no proof that there is none.",
        cause);
    this.search = search;
  }

  /** Returns the failure of a start, or an exception of this class if its outcome is unknown. */
  static CortexException of(CortexException failure, StartSearch search) {
    return failure.mayHaveArrived() ? new StartUnknownException(failure, search) : failure;
  }

  /** Returns the failure of a future that a start has returned, like {@link #of}. */
  static Throwable ofAny(Throwable failure, StartSearch search) {
    return failure instanceof CortexException ? of((CortexException) failure, search) : failure;
  }

  /**
   * Looks for the run among the newest runs of the workflow, with the credentials of the start.
   * Blocks until it has read all runs that were created since the start. You can repeat the search
   * later to find a run that the server creates or lists late.
   *
   * <p>A run matches if it was created since the start, with an equal input and version:
   *
   * <ul>
   *   <li>The time is that of the server, according to the {@code Date} of the first response. Runs
   *       created up to 2 seconds before the start match, too, because timestamps are truncated. A
   *       run without {@code createdAt} is compared if it comes before runs that are older.
   *   <li>Inputs are equal as JSON: the order of members is ignored, and numbers are compared by
   *       value. No input is equal to an empty one. For a replay, the input is that of the original
   *       run. If the server adds defaults to an input or changes it in another way, nothing
   *       matches.
   *   <li>A version ID or number and {@code draft} are compared with what the run says of its
   *       version. {@code latest}, no version, and a replay match any version.
   * </ul>
   *
   * <p>The search ends after as many older runs in a row as a page has, because it relies on the
   * newest runs coming first. It sends at least one request. A run of the same input that someone
   * else started at the same time cannot be told apart.
   *
   * @throws CortexException if a request fails
   * @throws IllegalStateException if this exception was deserialized, or the client is closed
   */
  public FoundStarts findStarted() {
    return search().find();
  }

  /** Looks for the run like {@link #findStarted}, but without blocking. */
  public CompletableFuture<FoundStarts> findStartedAsync() {
    return search().findAsync();
  }

  private StartSearch search() {
    if (search == null) {
      throw new IllegalStateException(
          "Expected the exception that the start threw, found a deserialized copy, which has no"
              + " client; list the newest runs of the workflow instead");
    }
    return search;
  }
}
