package ai.withcortex.client.internal.awaiting;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.model.Run;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the requests for the runs of a workflow. Awaits share requests if their sources are equal,
 * so sources with different credentials must not be. Canceling a future ends its request. The
 * methods may throw what the futures may fail with.
 */
public interface RunSource {
  /** Gets a run. */
  CompletableFuture<Run> get(String id, GetRunOptions options);

  /** Lists up to 100 runs of the workflow, without the parts that the API omits by default. */
  CompletableFuture<ListedRuns> list(int page);
}
