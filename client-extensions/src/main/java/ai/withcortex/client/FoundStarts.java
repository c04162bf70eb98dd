package ai.withcortex.client;

import ai.withcortex.client.paging.Verdict;
import ai.withcortex.model.Run;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The runs that a start of unknown outcome may have created. Immutable. */
@Value.Immutable
public abstract class FoundStarts {
  FoundStarts() {}

  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the runs that match, newest first. Several match if the same was started more than
   * once, by whomever.
   *
   * <p>None is no proof that the run does not exist: the server may still create it or add it to
   * the list, or may have changed its input, or the {@link #verdict} says that runs may be missing.
   */
  @Value.Redacted
  public abstract List<Run> runs();

  /**
   * Returns the time of the server until which the search looked, in whole seconds: the {@code
   * Date} of its first response. A later run was not necessarily seen. Null if the server sent no
   * date.
   */
  public abstract @Nullable Instant searchedUntil();

  /**
   * Returns what is proven about the part of the list that was searched, from the newest run to
   * those created before the start. It is never proven that the server lists the newest runs first,
   * on which the search relies.
   */
  public abstract Verdict verdict();

  /**
   * Returns why the verdict is {@link Verdict#UNPROVABLE} or {@link Verdict#INCOMPLETE}; null
   * otherwise.
   */
  public abstract @Nullable String reason();

  static final class Builder extends ImmutableFoundStarts.Builder {
    Builder() {}
  }
}
