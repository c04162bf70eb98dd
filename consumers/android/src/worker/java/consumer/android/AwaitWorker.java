package consumer.android;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.model.Run;
import android.content.Context;
import androidx.work.Data;
import androidx.work.OneTimeWorkRequest;
import androidx.work.Worker;
import androidx.work.WorkerParameters;
import java.time.Duration;

/**
 * Waits for a run whose ID was saved when it was started, in the same process or an earlier one.
 * The app's {@code WorkerFactory} makes it with a client of its own.
 */
public final class AwaitWorker extends Worker {
  private static final String RUN_ID = "run_id";

  private final CortexClient cortex;

  AwaitWorker(Context context, WorkerParameters parameters, CortexClient cortex) {
    super(context, parameters);
    this.cortex = cortex;
  }

  /** A request for it; WorkManager saves the ID until the work is done. */
  static OneTimeWorkRequest request(String runId) {
    return new OneTimeWorkRequest.Builder(AwaitWorker.class)
        .setInputData(new Data.Builder().putString(RUN_ID, runId).build())
        .build();
  }

  @Override
  public Result doWork() {
    String savedId = getInputData().getString(RUN_ID);
    try {
      // WorkManager stops a job after ten minutes.
      Run run = cortex.workflow("app_1", "work_1").run(savedId).await(Duration.ofMinutes(8));
      return Result.success(new Data.Builder().putString("status", run.status().value()).build());
    } catch (CortexException e) {
      return mayPass(e) ? Result.retry() : Result.failure();
    } finally {
      cortex.close();
    }
  }

  /** A timeout is not only a failure that may pass: the run may not have ended yet. */
  private static boolean mayPass(CortexException failure) {
    return failure instanceof CortexApiException
        ? ((CortexApiException) failure).isRetryable()
        : failure instanceof CortexConnectionException || failure instanceof CortexTimeoutException;
  }

  /**
   * Ends the wait with an {@code IllegalStateException}. WorkManager ignores the result of a
   * stopped job and runs it again.
   */
  @Override
  public void onStopped() {
    cortex.close();
  }
}
