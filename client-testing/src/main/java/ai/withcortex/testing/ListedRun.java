package ai.withcortex.testing;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A run in a list: what its place and filters depend on, and what is sent of it. Immutable. */
interface ListedRun {
  /** Newest first; those without a time come last. */
  Comparator<@Nullable Instant> NEWEST_FIRST =
      Comparator.nullsLast(Comparator.<Instant>reverseOrder());

  default String id() {
    return run().id();
  }

  default String appId() {
    return run().appId();
  }

  default String workflowId() {
    return run().workflowId();
  }

  default RunStatus status() {
    return run().status();
  }

  default RunOrigin origin() {
    return run().origin();
  }

  default @Nullable Instant createdAt() {
    return run().createdAt();
  }

  /** The run as a model, perhaps made for this call. */
  Run run();

  String json(boolean isVerbose);
}
