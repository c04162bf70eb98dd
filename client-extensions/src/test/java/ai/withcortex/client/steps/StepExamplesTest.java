package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.model.InputStep;
import ai.withcortex.model.MessageRole;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.Run;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of this package; DocsTest compares. */
final class StepExamplesTest {
  @Test
  void stepOutputs() {
    Run run = OutputRun.of("{'a':{'status':'FAILED'}}");
    StepOutputs outputs = StepOutputs.of(run);
    for (StepOutput step : outputs.failed()) {
      System.out.println(step.key() + " failed after " + step.duration());
    }
    outputs.modelOutputs().forEach((key, answers) -> System.out.println(key + ": " + answers));
  }

  @Test
  void typedOutput() {
    StepOutput step = OutputRun.only("{'type':'model','output':{'model':'m'}}");
    TypedOutput output = requireNonNull(step.output());
    String summary =
        output.accept(
            new TypedOutput.Visitor<String>() {
              @Override
              public String visitModel(ModelOutput value) {
                return "answer of " + value.model();
              }

              @Override
              public String visitUnknown(TypedOutput value) {
                return "output of type " + value.type();
              }
            });
    assertEquals("answer of m", summary);
  }

  @Test
  void modelPrompt() {
    ModelStep step =
        (ModelStep)
            OutputRun.step(
                "{'type':'model','key':'m','provider':{'provider':'p','model':'m','messages':[]}}");
    ModelPrompt prompt = ModelPrompt.of(step);
    for (ModelMessage message : prompt.messages()) {
      if (MessageRole.SYSTEM.equals(message.role())) {
        System.out.println(message.text());
      }
    }
  }

  @Test
  void inputFields() {
    InputStep step =
        (InputStep)
            OutputRun.step(
                "{'type':'input','key':'i','input':{'address':{'type':'object','fields':{}}}}");
    InputFields fields = InputFields.of(step);
    for (InputField field : fields) {
      System.out.println(field.key() + " is a " + field.type());
      field.fields().forEach(inner -> System.out.println("- with " + inner.key()));
    }
  }

  @Test
  void credits() {
    Run run = OutputRun.of("{}");
    Credits credits = Credits.of(run);
    credits.bySteps().forEach((key, used) -> System.out.println(key + ": " + used));
    System.out.println("elsewhere: " + credits.unattributed());
    System.out.println("altogether: " + credits.total());
  }
}
