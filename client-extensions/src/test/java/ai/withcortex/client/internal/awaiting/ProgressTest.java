package ai.withcortex.client.internal.awaiting;

import static ai.withcortex.client.internal.awaiting.FakeWorkflow.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.awaiting.ProgressListener;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What listeners are told while a run is awaited. */
final class ProgressTest {
  private final VirtualTime time = new VirtualTime();
  private final Awaits awaits = new Awaits(new OpenWaits(), time, () -> 0.5);
  private final FakeWorkflow workflow = new FakeWorkflow(time);
  private final List<String> told = new ArrayList<>();

  private CompletableFuture<Run> await(ProgressListener listener) {
    AwaitOptions options = AwaitOptions.builder().listener(listener).build();
    return awaits.awaitAsync(workflow, "run", null, options);
  }

  @Test
  void tellsEachStatusAndEachEndedStepOnce() {
    List<Run> course =
        List.of(
            run("run", RunStatus.PENDING),
            run("run", RunStatus.RUNNING, "{'a':{'status':'COMPLETED','end':1}}"),
            run("run", RunStatus.PENDING, "{}"),
            run(
                "run",
                RunStatus.of("PAUSED"),
                "{'d':{'status':'NEW'},'c':{'status':'FAILED','end':3},'b':{'status':'X','end':2},"
                    + "'a':{'status':'COMPLETED','end':1},'s':{'status':'SKIPPED'}}"),
            run("run", RunStatus.COMPLETED, "{'d':{'status':'RUNNING'},'e':{'end':9}}"));
    int[] polls = {0};
    workflow.shown.put("run", () -> course.get(polls[0]++));
    CompletableFuture<Run> end = await(new Told(told));
    time.pass(Duration.ofSeconds(60));

    assertSame(course.get(4), end.join());
    assertEquals(
        List.of(
            "PENDING",
            "RUNNING",
            "a of run",
            "PAUSED",
            "b of run",
            "c of run",
            "s of run",
            "e of run",
            "COMPLETED"),
        told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "COMPLETED"})
  void endsWithWhatTheListenerThrows(String status) {
    workflow.add("run", Duration.ofSeconds(10));
    Error failure = new AssertionError("mine");
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void statusSeen(Run run) {
            if (run.status().value().equals(status)) {
              throw failure;
            }
          }
        };
    CompletableFuture<Run> end = await(listener);
    time.pass(Duration.ofSeconds(20));

    assertSame(failure, assertThrows(CompletionException.class, end::join).getCause());
  }

  @Test
  void tellsNothingOnceItIsCanceled() {
    workflow.add("run", Duration.ofDays(999));
    CompletableFuture<Run> end = await(new Told(told));
    workflow.shown.put(
        "run",
        () -> {
          end.cancel(true);
          return run("run", RunStatus.RUNNING);
        });
    time.pass(Duration.ofSeconds(60));

    assertEquals(List.of(), told);
  }
}
