import ai.withcortex.client.CortexJson;
import ai.withcortex.model.AgentStep;
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
      AgentStep agent = (AgentStep) run.workflowVersion().steps().get(0);
      NoteStep note = (NoteStep) run.workflowVersion().steps().get(1);
      require(run.status() == RunStatus.PAUSED && run.status().known() == RunStatus.Known.PAUSED);
      require(run.priority() == 7);
      require(agent.type() == StepType.AGENT && agent.goal().equals("find it"));
      require(agent.budget().credits().toString().equals("1.50"));
      require(note.note().equals("as before"));
      require(agent.accept(new AgentGoal()).equals("find it"));
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

  private static final class AgentGoal implements WorkflowStep.Visitor<String> {
    @Override
    public String visitAgentStep(AgentStep step) {
      return step.goal();
    }

    @Override
    public String visitUnknown(WorkflowStep step) {
      throw new AssertionError();
    }
  }
}
