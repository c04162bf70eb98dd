package ai.withcortex.examples;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.steps.Credits;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import java.time.Instant;

/** Lists filtered runs with additional data, the first runs, recent runs, and pages of runs. */
public final class QueryRuns {
  private QueryRuns() {}

  public static void main(String[] arguments) {
    try (Target target = Target.choose()) {
      printFailedCalls(target.workflow());
      printFirst(target.workflow());
      countSince(target.workflow(), Instant.parse("2025-06-13T00:00:00Z"));
      printPages(target.workflow());
    }
  }

  private static void printFailedCalls(WorkflowHandle workflow) {
    RunQuery query =
        RunQuery.builder()
            .status(RunStatus.FAILED)
            .origin(RunOrigin.ENDPOINT)
            .addVerbose(RunVerbosity.ALL)
            .take(50)
            .build();
    for (Run run : workflow.runs(query)) {
      System.out.println(run.id() + " used " + Credits.of(run).total() + " credits");
    }
  }

  private static void printFirst(WorkflowHandle workflow) {
    RunQuery few = RunQuery.builder().take(5).build();
    workflow.runs(few).stream().limit(5).map(Run::status).forEach(System.out::println);
  }

  private static void countSince(WorkflowHandle workflow, Instant start) {
    long recent = workflow.runs().stream().filter(run -> isSince(run, start)).count();
    System.out.println(recent + " runs since " + start);
  }

  private static boolean isSince(Run run, Instant start) {
    Instant createdAt = run.createdAt();
    return createdAt != null && !createdAt.isBefore(start);
  }

  private static void printPages(WorkflowHandle workflow) {
    for (Page<Run> page : workflow.runs().pages()) {
      System.out.println(
          "page " + page.number() + ": " + page.items().size() + " of " + page.totalCount());
    }
  }
}
