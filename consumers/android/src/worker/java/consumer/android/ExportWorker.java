package consumer.android;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.AuthenticationException;
import ai.withcortex.core.CortexException;
import android.content.Context;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

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

  @Override
  public Result doWork() {
    try {
      return ExportPart.export(cortex, store) ? Result.retry() : Result.success();
    } catch (AuthenticationException e) {
      return Result.failure();
    } catch (CortexException e) {
      return Result.retry();
    } finally {
      cortex.close();
    }
  }

  /** Ends the request that the walk waits for; what was saved stays. */
  @Override
  public void onStopped() {
    cortex.close();
  }
}
