package ai.withcortex.examples;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.paging.Page;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunVerbosity;

/**
 * Lists the runs of a workflow as a table, from the real API or the sandbox; see {@link Target}.
 */
public final class ListRuns {
  private ListRuns() {}

  public static void main(String[] arguments) {
    RunTable table = new RunTable(System.out);
    RunQuery query = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();
    try (Target target = Target.choose()) {
      table.printHeader();
      int pages = 0;
      for (Page<Run> page : target.workflow().runs(query).pages()) {
        page.items().forEach(table::print);
        pages++;
      }
      table.printSummary(pages);
    }
  }
}
