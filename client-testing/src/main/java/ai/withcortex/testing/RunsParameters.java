package ai.withcortex.testing;

import ai.withcortex.api.RunQuery;
import ai.withcortex.core.parameter.OptionalParameter;
import ai.withcortex.core.json.OpenEnum;
import java.math.BigDecimal;

/** The parameters of a {@code listRuns} request. */
final class RunsParameters {
  static final int DEFAULT_TAKE = 20;
  static final int GREATEST_TAKE = 200;

  private static final String ANY = "ALL";

  private final boolean isVerbose;
  private final String origin;
  private final String status;
  private final int page;
  private final int take;

  private RunsParameters(ParameterReader reader, PagingBehaviour behaviour) {
    for (OptionalParameter<RunQuery> parameter : RunQuery.PARAMETERS) {
      boolean isPage = parameter.name().equals("page");
      reader.check(parameter, isPage ? BigDecimal.valueOf(behaviour.leastPage()) : null);
    }
    isVerbose = !reader.value("verbose", "").isEmpty();
    origin = reader.value("origin", ANY);
    status = reader.value("status", ANY);
    page = reader.integer("page", behaviour.firstPage());
    take = reader.integer("take", DEFAULT_TAKE);
    reader.requireWellFormed();
  }

  /** Reads the parameters. If the reader found errors, the result is meaningless. */
  static RunsParameters read(ParameterReader reader, PagingBehaviour behaviour) {
    return new RunsParameters(reader, behaviour);
  }

  /** Returns whether some runs may be filtered out. */
  boolean isFiltered() {
    return !origin.equals(ANY) || !status.equals(ANY);
  }

  boolean accepts(ListedRun run) {
    return matches(origin, run.origin()) && matches(status, run.status());
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

  /** Returns the requested part of a list of this size. */
  PageWindow window(PagingBehaviour behaviour, int count) {
    return behaviour.window(page, take, count);
  }

  private static boolean matches(String filter, OpenEnum value) {
    return filter.equals(ANY) || filter.equals(value.value());
  }
}
