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
 * Valid runs, and pages of them, for unit tests that need no server.
 *
 * <pre>{@code
 * List<Run> runs = FakeRuns.list(250);
 * Page<Run> last = FakeRuns.page(runs, 3, 100);
 * Run running = FakeRuns.run(1).toBuilder().status(RunStatus.RUNNING).endedAt(null).build();
 * }</pre>
 *
 * <p>A run depends only on its number: of every ten, one has failed, one was cancelled and eight
 * have completed. Run 1 is the newest, and each following run is a second older. All belong to
 * workflow {@code work_1} in app {@code app_1}, without steps, workflow version and usage. {@link
 * CortexSandbox.Builder#slimRuns} lists the same runs.
 */
public final class FakeRuns {
  static final int GREATEST_NUMBER = 1_000_000;

  private FakeRuns() {}

  /**
   * Returns the run with this number.
   *
   * @param number from 1 to 1,000,000
   */
  public static Run run(int number) {
    Preconditions.require("number", 1, GREATEST_NUMBER, number);
    return new NumberedRun(number).run();
  }

  /**
   * Returns the runs from number 1 on, newest first; unmodifiable.
   *
   * @param count how many, from 0 to 1,000,000
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
   * Returns the page that a server would cut from a list, with all pagination data; empty past the
   * end.
   *
   * @param runs the whole list, in order
   * @param number from 1, which is the first page
   * @param take how many runs a page holds, at least 1
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
