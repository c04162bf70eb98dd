package ai.withcortex.client;

import ai.withcortex.client.steps.StepJsonAdapterFactory;
import ai.withcortex.model.ModelJsonAdapterFactory;
import com.squareup.moshi.Moshi;

/** JSON as the client reads and writes it, for callers that store or compare models. */
public final class CortexJson {
  private CortexJson() {}

  /**
   * A Moshi with the adapters of all models; steps are read as what they are.
   *
   * <p>Equal versions are one instance within a page that the client reads, and within each run
   * that Moshi reads.
   */
  public static Moshi moshi() {
    return new Moshi.Builder()
        .add(new SharedVersionsFactory())
        .add(StepJsonAdapterFactory.create())
        .add(ModelJsonAdapterFactory.create())
        .build();
  }
}
