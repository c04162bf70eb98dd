package ai.withcortex.client.internal.awaiting;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.model.Run;
import java.util.concurrent.CompletableFuture;

/** A request for a run, which all awaits that need the same share. */
final class RunRequest {
  final String id;
  final GetRunOptions options;
  final CompletableFuture<Run> answer = new CompletableFuture<>();

  RunRequest(String id, GetRunOptions options) {
    this.id = id;
    this.options = options;
  }

  boolean isFor(String id, GetRunOptions options) {
    return this.id.equals(id) && this.options.equals(options);
  }
}
