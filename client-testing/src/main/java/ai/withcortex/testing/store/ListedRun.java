package ai.withcortex.testing.store;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A run in a list, with its JSON and the data for sorting and filtering. Immutable. */
public interface ListedRun {
  /** Orders times from newest to oldest, with null last. */
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

  /** Returns the run as a model, which may be created on each call. */
  Run run();

  /** Returns the JSON. Some properties are included only in verbose mode. */
  String json(boolean isVerbose);
}
