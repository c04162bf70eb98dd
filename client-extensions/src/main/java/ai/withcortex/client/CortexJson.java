package ai.withcortex.client;

import ai.withcortex.client.steps.StepJsonAdapterFactory;
import ai.withcortex.model.ModelJsonAdapterFactory;
import com.squareup.moshi.Moshi;

/** The JSON support of the client, for callers that store or compare models. */
public final class CortexJson {
  private CortexJson() {}

  /**
   * Returns a Moshi with the adapters of all models, typed steps included.
   *
   * <p>Equal versions share one instance within each page that the client reads, and within each
   * run that this Moshi reads.
   */
  public static Moshi moshi() {
    return new Moshi.Builder()
        .add(new SharedVersionsFactory())
        .add(StepJsonAdapterFactory.create())
        .add(ModelJsonAdapterFactory.create())
        .build();
  }
}
