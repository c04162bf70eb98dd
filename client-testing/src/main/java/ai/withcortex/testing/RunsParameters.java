package ai.withcortex.testing;

import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.model.RunOriginFilter;
import ai.withcortex.model.RunStatusFilter;
import ai.withcortex.model.RunVerbosity;

/** What a request asks {@code listRuns} for. */
final class RunsParameters {
  static final int DEFAULT_TAKE = 20;
  static final int GREATEST_TAKE = 200;

  private static final String ANY = RunStatusFilter.ALL.value();

  private final boolean isVerbose;
  private final String origin;
  private final String status;
  private final int page;
  private final int take;

  private RunsParameters(ParameterReader reader, PagingBehaviour behaviour) {
    isVerbose = reader.choices("verbose", RunVerbosity.knownValues());
    origin = reader.choice("origin", RunOriginFilter.knownValues(), ANY);
    status = reader.choice("status", RunStatusFilter.knownValues(), ANY);
    page = reader.integer("page", behaviour.leastPage(), behaviour.firstPage());
    take = reader.integer("take", 1, DEFAULT_TAKE);
    reader.requireWellFormed();
  }

  /** Reads the parameters. If the reader found errors, what is returned means nothing. */
  static RunsParameters read(ParameterReader reader, PagingBehaviour behaviour) {
    return new RunsParameters(reader, behaviour);
  }

  /** Whether there are runs that are not accepted. */
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

  /** Which part of a list of that size is asked for. */
  PageWindow window(PagingBehaviour behaviour, int count) {
    return behaviour.window(page, take, count);
  }

  private static boolean matches(String filter, OpenEnum value) {
    return filter.equals(ANY) || filter.equals(value.value());
  }
}
