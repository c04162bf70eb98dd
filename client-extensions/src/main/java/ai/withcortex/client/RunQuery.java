package ai.withcortex.client;

import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which runs to list, and in what portions. What is left out does not restrict the list. */
@Value.Immutable
public abstract class RunQuery {
  RunQuery() {}

  /** A query for all runs. */
  public static Builder builder() {
    return new Builder();
  }

  /** The status that runs must have; null for any. */
  public abstract @Nullable RunStatus status();

  /** The origin that runs must have; null for any. */
  public abstract @Nullable RunOrigin origin();

  /** Parts of runs to include that the server leaves out otherwise; by default none. */
  public abstract List<RunVerbosity> verbose();

  /** How many runs to ask for at once, at least 1; 100 by default. The server may send fewer. */
  @Value.Default
  public int take() {
    return 100;
  }

  /** The number of the page to begin with, at least 0; 1, the first, by default. */
  @Value.Default
  public int page() {
    return 1;
  }

  /** A token that some endpoints hand out to go on with; null for none. Sent with every page. */
  @Value.Redacted
  public abstract @Nullable String next();

  /** A builder with the values of this query. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Value.Check
  void check() {
    if (take() < 1) {
      throw new IllegalArgumentException("take must be at least 1 but is " + take());
    }
    if (page() < 0) {
      throw new IllegalArgumentException("page must be at least 0 but is " + page());
    }
  }

  /** Builds a {@link RunQuery}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableRunQuery.Builder {
    Builder() {}
  }
}
