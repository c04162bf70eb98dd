package ai.withcortex.testing;

import ai.withcortex.api.RunQuery;
import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.core.parameter.OptionalParameter;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.store.ListedRun;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parameters of a {@code listRuns} request. */
final class ListRunsParameters {
  static final int DEFAULT_TAKE = 20;

  private static final String ANY = "ALL";

  private final boolean isVerbose;
  private final String origin;
  private final String status;
  private final int page;
  private final int take;

  private ListRunsParameters(QueryValidator validator, PagingBehaviour behaviour) {
    for (OptionalParameter<RunQuery> parameter : RunQuery.PARAMETERS) {
      boolean isPage = parameter.name().equals("page");
      validator.check(parameter, isPage ? BigDecimal.valueOf(behaviour.leastPage()) : null);
    }
    isVerbose = validator.isVerbose();
    origin = validator.value("origin", ANY);
    status = validator.value("status", ANY);
    page = validator.integer("page", behaviour.firstPage());
    take = validator.integer("take", DEFAULT_TAKE);
    validator.requireWellFormed();
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

  int page() {
    return page;
  }

  int take() {
    return take;
  }

  private static boolean matches(String filter, OpenEnum value) {
    return filter.equals(ANY) || filter.equals(value.value());
  }
}
