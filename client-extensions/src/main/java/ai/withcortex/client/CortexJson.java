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
   * <p>Versions are shared by the runs of a text if it is read by a reader of {@link
   * ai.withcortex.core.json.SharedValues}.
   */
  public static Moshi moshi() {
    return new Moshi.Builder()
        .add(new SharedVersionsFactory())
        .add(StepJsonAdapterFactory.create())
        .add(ModelJsonAdapterFactory.create())
        .build();
  }
}
