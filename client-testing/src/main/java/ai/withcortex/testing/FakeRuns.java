package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.paging.Page;
import ai.withcortex.model.Run;
import ai.withcortex.testing.store.NumberedRun;
import ai.withcortex.testing.store.PageWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Creates valid runs and pages of runs for unit tests that do not need a server.
 *
 * <pre>{@code
 * List<Run> runs = FakeRuns.list(250);
 * Page<Run> last = FakeRuns.page(runs, 3, 100);
 * Run running = FakeRuns.run(1).toBuilder().status(RunStatus.RUNNING).endedAt(null).build();
 * }</pre>
 *
 * <p>A run depends only on its number. Out of every ten runs, eight completed, one failed, and one
 * was cancelled. Run 1 is the newest, and each subsequent run is one second older. All runs belong
 * to workflow {@code work_1} in app {@code app_1} and have no steps, workflow version, or usage. A
 * sandbox that is started with {@link CortexSandbox.Builder#slimRuns} lists the same runs.
 */
public final class FakeRuns {
  static final int GREATEST_NUMBER = 1_000_000;

  private FakeRuns() {}

  /**
   * Returns the run with the given number.
   *
   * @param number the number of the run, from 1 to 1,000,000
   */
  public static Run run(int number) {
    Preconditions.require("number", 1, GREATEST_NUMBER, number);
    return new NumberedRun(number).run();
  }

  /**
   * Returns an unmodifiable list of runs, starting with number 1, newest first.
   *
   * @param count the number of runs, from 0 to 1,000,000
   */
  public static List<Run> list(int count) {
    Preconditions.require("count", 0, GREATEST_NUMBER, count);
    List<Run> runs = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      runs.add(new NumberedRun(number).run());
    }
    return Collections.unmodifiableList(runs);
  }

  /**
   * Returns the page of a list that a server would return, with all pagination data. A page past
   * the end is empty.
   *
   * @param runs the complete list, in order
   * @param number the page number, at least 1
   * @param take the number of runs per page, at least 1
   */
  public static Page<Run> page(List<Run> runs, int number, int take) {
    requireNonNull(runs, "runs == null");
    Preconditions.requireAtLeast("number", 1, number);
    Preconditions.requireAtLeast("take", 1, take);
    PageWindow window = new PageWindow(number, take, (number - 1L) * take, runs.size());
    return Page.<Run>builder()
        .items(runs.subList(window.from(), window.to()))
        .number(number)
        .take(take)
        .isTakeConfirmed(true)
        .totalCount((long) runs.size())
        .headers(headers(window))
        .build();
  }

  private static Map<String, List<String>> headers(PageWindow window) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("pagination-page", Collections.singletonList(String.valueOf(window.page())));
    headers.put("pagination-take", Collections.singletonList(String.valueOf(window.take())));
    headers.put("pagination-count", Collections.singletonList(String.valueOf(window.count())));
    return headers;
  }
}
