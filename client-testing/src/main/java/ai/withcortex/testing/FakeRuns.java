package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.paging.Page;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.testing.store.NumberedRun;
import ai.withcortex.testing.store.PageWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates valid runs and pages of runs for unit tests that do not need a server.
 *
 * <pre>{@code
 * List<Run> runs = FakeRuns.list(250);
 * Page<Run> last = FakeRuns.page(runs, 3, 100);
 * Run answered =
 *     FakeRuns.withOutput(
 *         FakeRuns.run(1), "answer", StepType.MODEL, JsonValue.parse("{\"message\": \"Yes\"}"));
 * Run failed = FakeRuns.failed(answered, "send", "No permission for this action");
 * }</pre>
 *
 * <p>A run depends only on its number. Out of every ten runs, eight completed, one failed, and one
 * was cancelled. Run 1 is the newest, and each subsequent run is one second older. All runs belong
 * to workflow {@code work_1} in app {@code app_1} and have no steps, workflow version, or usage. A
 * sandbox that is started with {@link CortexSandbox.Builder#slimRuns} lists the same runs.
 */
public final class FakeRuns {
  static final int GREATEST_NUMBER = 1_000_000;

  private static final Duration STEP = Duration.ofSeconds(1);

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
   * Returns the run with an additional step that has completed with the given output.
   *
   * <p>The step starts when the previous step ends, or when the run starts if there is none, and
   * takes a second. If the run ended earlier, it now ends with this step. If the run has not
   * started, the step has no times.
   *
   * @param step the key of the step; replaces a step with the same key
   * @param output any JSON, such as an object with {@code message} for a model
   */
  public static Run withOutput(Run run, String step, StepType type, JsonValue output) {
    requireNonNull(type, "type == null");
    Map<String, JsonValue> members = step(step, StepStatus.COMPLETED);
    members.put("type", JsonValue.of(type.value()));
    members.put("output", requireNonNull(output, "output == null"));
    return withStep(requireNonNull(run, "run == null"), step, members);
  }

  /**
   * Returns the run with an additional step that fails and ends the run. The times of the step are
   * those that {@link #withOutput} describes. A run that has not started starts when it is created.
   *
   * @param step the key of the step; replaces a step with the same key
   * @param error the error of the step; the error of the run also contains the key
   */
  public static Run failed(Run run, String step, String error) {
    requireNonNull(error, "error == null");
    Map<String, JsonValue> members = step(step, StepStatus.FAILED);
    members.put("error", JsonValue.of(error));
    Instant startedAt = requireNonNull(run, "run == null").startedAt();
    Run.Builder started =
        run.toBuilder().startedAt(startedAt == null ? run.createdAt() : startedAt);
    Run failed = withStep(started.build(), step, members);
    Instant end = lastEnd(failed);
    return failed.toBuilder()
        .status(RunStatus.FAILED)
        .result(null)
        .error(step + ": " + error)
        .endedAt(end)
        .updatedAt(end)
        .build();
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

  private static Map<String, JsonValue> step(String key, StepStatus status) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("status", JsonValue.of(status.value()));
    members.put("key", JsonValue.of(requireNonNull(key, "step == null")));
    return members;
  }

  private static Run withStep(Run run, String key, Map<String, JsonValue> members) {
    Map<String, JsonValue> outputs = new LinkedHashMap<>(run.output());
    outputs.remove(key);
    Run.Builder builder = run.toBuilder();
    Instant start = lastEnd(run.toBuilder().output(outputs).build());
    if (start != null) {
      Instant end = start.plus(STEP);
      members.put("start", JsonValue.of(start.toEpochMilli()));
      members.put("end", JsonValue.of(end.toEpochMilli()));
      Instant endedAt = run.endedAt();
      if (endedAt != null && endedAt.isBefore(end)) {
        builder.endedAt(end).updatedAt(end);
      }
    }
    outputs.put(key, JsonValue.ofObject(members));
    return builder.output(outputs).build();
  }

  /**
   * Returns when the last step ended, or else when the run started; null if neither has happened.
   */
  private static @Nullable Instant lastEnd(Run run) {
    Instant last = run.startedAt();
    for (StepOutput step : StepOutputs.of(run)) {
      Instant end = step.end();
      last = end != null && (last == null || end.isAfter(last)) ? end : last;
    }
    return last;
  }
}
