import ai.withcortex.client.CortexJson;
import ai.withcortex.model.JuggleStep;
import ai.withcortex.model.NoteStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.model.WorkflowStep;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the response as a user of the grown client would, and writes it again. */
public final class Probe implements UnaryOperator<String> {
  @Override
  public String apply(String json) {
    try {
      JsonAdapter<List<Run>> adapter =
          CortexJson.moshi().adapter(Types.newParameterizedType(List.class, Run.class));
      List<Run> runs = adapter.fromJson(json);
      Run run = runs.get(0);
      JuggleStep step = (JuggleStep) run.workflowVersion().steps().get(0);
      NoteStep note = (NoteStep) run.workflowVersion().steps().get(1);
      require(run.status() == RunStatus.JUGGLING && run.status().known() == RunStatus.Known.JUGGLING);
      require(run.juggledCount() == 7);
      require(step.type() == StepType.JUGGLE && step.goal().equals("find it"));
      require(step.budget().credits().toString().equals("1.50"));
      require(note.note().equals("as before"));
      require(step.accept(new JuggledThing()).equals("find it"));
      return adapter.toJson(runs);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError();
    }
  }

  private static final class JuggledThing implements WorkflowStep.Visitor<String> {
    @Override
    public String visitJuggleStep(JuggleStep step) {
      return step.goal();
    }

    @Override
    public String visitUnknown(WorkflowStep step) {
      throw new AssertionError();
    }
  }
}
