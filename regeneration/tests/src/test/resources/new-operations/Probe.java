import ai.withcortex.api.GetCopyOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.model.Cancellation;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrder;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.testing.CortexSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A user's program for the new client. Takes a base URL and returns its observations. */
public final class Probe implements Function<String, List<String>> {
  private final List<String> seen = new ArrayList<>();

  @Override
  public List<String> apply(String baseUrl) {
    try (CortexClient cortex = client(baseUrl, "key")) {
      GetCopyOptions whole = GetCopyOptions.builder().addVerbose(RunVerbosity.ALL).build();
      Run run = cortex.call(RunsApi.class, api -> whole.call(api, "app_1", "work_1", "run_1"));
      seen.add("got " + run.id());
      run =
          cortex
              .callAsync(RunsApi.class, api -> api.getCopy("app_1", "work_1", "run_2", null))
              .join();
      seen.add("got " + run.id());
      Cancellation why = Cancellation.builder().reason("Not needed.").build();
      try {
        cortex.call(RunsApi.class, api -> api.endRun("app_1", "work_1", "run_3", why));
      } catch (CortexApiException e) {
        seen.add(e.status() + " after " + e.attempts());
      }
      try {
        cortex
            .callAsync(RunsApi.class, api -> api.endRun("app_1", "work_1", "run_4", why))
            .join();
      } catch (CompletionException e) {
        CortexApiException failure = (CortexApiException) e.getCause();
        seen.add(failure.status() + " after " + failure.attempts());
      }
      Object nothing =
          cortex.call(RunsApi.class, api -> api.endRun("app_1", "work_1", "run_5", why));
      seen.add("canceled: " + nothing);
    }
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex = client(sandbox.baseUrl(), sandbox.apiKey())) {
      list(sandbox, cortex.workflow("app_1", "work_1"));
    }
    return seen;
  }

  private void list(CortexSandbox sandbox, WorkflowHandle workflow) {
    RunQuery oldest = RunQuery.builder().order(RunOrder.OLDEST).take(20).build();
    Walk<Run> walk = workflow.runs(oldest).walk();
    walk.next();
    seen.add("asked for " + sandbox.requests().get(0).query());
    WalkOptions resumed =
        WalkOptions.builder().checkpoint(Checkpoint.of(walk.checkpoint().text())).build();
    RunQuery greaterPages = oldest.toBuilder().take(50).build();
    seen.add("goes on: " + workflow.runs(greaterPages).walk(resumed).hasNext());
    for (RunOrder other : new RunOrder[] {RunOrder.NEWEST, null}) {
      try {
        workflow.runs(oldest.toBuilder().order(other).build()).walk(resumed);
      } catch (IllegalArgumentException e) {
        seen.add(other + ": " + e.getMessage());
      }
    }
    try {
      workflow.runs(oldest.toBuilder().order(RunOrder.of("NAME")).build()).walk().hasNext();
    } catch (CortexApiException e) {
      seen.add(e.status() + " " + e.validationErrors());
    }
  }

  private static CortexClient client(String baseUrl, String key) {
    RetryPolicy soon = RetryPolicy.builder().firstDelay(Duration.ofMillis(1)).build();
    return CortexClient.builder().apiKey(key).baseUrl(baseUrl).retryPolicy(soon).build();
  }
}
