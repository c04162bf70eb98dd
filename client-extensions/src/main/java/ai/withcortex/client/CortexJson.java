package ai.withcortex.client;

import ai.withcortex.client.steps.StepJsonAdapterFactory;
import ai.withcortex.model.ModelJsonAdapterFactory;
import com.squareup.moshi.Moshi;

/** Provides the JSON adapters of the client, for example to store or compare models. */
public final class CortexJson {
  private CortexJson() {}

  /**
   * Returns a Moshi instance with adapters for all models, including typed steps.
   *
   * <p>Equal workflow versions share one instance within each page that the client reads, and
   * within each run that this Moshi instance reads.
   */
  public static Moshi moshi() {
    return new Moshi.Builder()
        .add(new SharedVersionsFactory())
        .add(StepJsonAdapterFactory.create())
        .add(ModelJsonAdapterFactory.create())
        .build();
  }
}
