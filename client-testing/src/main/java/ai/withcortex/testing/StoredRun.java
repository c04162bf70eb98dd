package ai.withcortex.testing;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run that is kept as a model, and its JSON, which is made at the first use. */
final class StoredRun implements ListedRun {
  private final Run run;

  // Threads may race to fill it; what they write is the same.
  private volatile @Nullable RunJson json;

  StoredRun(Run run) {
    this.run = run;
  }

  @Override
  public String id() {
    return run.id();
  }

  @Override
  public String appId() {
    return run.appId();
  }

  @Override
  public String workflowId() {
    return run.workflowId();
  }

  @Override
  public RunStatus status() {
    return run.status();
  }

  @Override
  public RunOrigin origin() {
    return run.origin();
  }

  @Override
  public @Nullable Instant createdAt() {
    return run.createdAt();
  }

  @Override
  public Run run() {
    return run;
  }

  @Override
  public String json(boolean isVerbose) {
    RunJson result = json;
    if (result == null) {
      result = RunJson.of(run);
      json = result;
    }
    return isVerbose ? result.verbose() : result.brief();
  }
}
