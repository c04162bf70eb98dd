package ai.withcortex.testing;

import ai.withcortex.api.RunQuery;
import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.store.ListedRun;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parameters of a {@code listRuns} request. */
final class ListRunsParameters {
  private static final String ANY = "ALL";

  private final PageParameters page;
  private final boolean isVerbose;
  private final String origin;
  private final String status;

  private ListRunsParameters(QueryValidator validator, PagingBehaviour behaviour) {
    page = PageParameters.read(validator, RunQuery.PARAMETERS, behaviour);
    isVerbose = validator.isVerbose();
    origin = validator.value("origin", ANY);
    status = validator.value("status", ANY);
  }

  /** Reads the parameters. The result is meaningless if the validator finds errors. */
  static ListRunsParameters read(QueryValidator validator, PagingBehaviour behaviour) {
    return new ListRunsParameters(validator, behaviour);
  }

  /** Returns a filter for the runs to list, or null to list all runs. */
  @Nullable Predicate<ListedRun> filter() {
    return origin.equals(ANY) && status.equals(ANY)
        ? null
        : run -> matches(origin, run.origin()) && matches(status, run.status());
  }

  boolean isVerbose() {
    return isVerbose;
  }

  PageParameters page() {
    return page;
  }

  private static boolean matches(String filter, OpenEnum value) {
    return filter.equals(ANY) || filter.equals(value.value());
  }
}
