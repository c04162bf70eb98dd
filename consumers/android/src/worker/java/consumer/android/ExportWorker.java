package consumer.android;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import android.content.Context;
import androidx.work.BackoffPolicy;
import androidx.work.OneTimeWorkRequest;
import androidx.work.Worker;
import androidx.work.WorkerParameters;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A job of WorkManager's; the app's {@code WorkerFactory} makes it with a client of its own. */
public final class ExportWorker extends Worker {
  private final CortexClient cortex;
  private final ExportPart.Store store;

  ExportWorker(
      Context context,
      WorkerParameters parameters,
      CortexClient cortex,
      ExportPart.Store store) {
    super(context, parameters);
    this.cortex = cortex;
    this.store = store;
  }

  /** A request for it that is run again soon while there is more: 30 s, 60 s, 90 s and so on. */
  static OneTimeWorkRequest request() {
    return new OneTimeWorkRequest.Builder(ExportWorker.class)
        .setBackoffCriteria(BackoffPolicy.LINEAR, 30, TimeUnit.SECONDS)
        .build();
  }

  @Override
  public Result doWork() {
    // WorkManager stops a job after ten minutes.
    WalkOptions.Builder limits = WalkOptions.builder().timeLimit(Duration.ofMinutes(8));
    try {
      return ExportPart.export(cortex, store, limits) ? Result.retry() : Result.success();
    } catch (CortexException e) {
      return mayPass(e) ? Result.retry() : Result.failure();
    } finally {
      cortex.close();
    }
  }

  private static boolean mayPass(CortexException failure) {
    return failure instanceof CortexApiException
        ? ((CortexApiException) failure).isRetryable()
        : failure instanceof CortexConnectionException || failure instanceof CortexTimeoutException;
  }

  /**
   * Ends the request that the walk is waiting for, or makes the next one fail; saved runs stay
   * saved. WorkManager ignores the result of a stopped job and runs it again.
   */
  @Override
  public void onStopped() {
    cortex.close();
  }
}
