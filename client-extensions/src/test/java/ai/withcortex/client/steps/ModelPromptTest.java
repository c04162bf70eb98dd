package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.model.InputFieldType;
import ai.withcortex.model.MessageRole;
import ai.withcortex.model.ModelProvider;
import ai.withcortex.model.ModelStep;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelPromptTest {
  @Test
  void isAPlainString() {
    ModelPrompt prompt = prompt("'Say {{ start.word }}'");
    assertEquals("Say {{ start.word }}", prompt.text());
    assertEquals(List.of(), prompt.messages());
    assertEquals(List.of(), prompt.tools());
    assertEquals(OutputRun.json("'Say {{ start.word }}'"), prompt.json());
  }

  @Test
  void isAListOfMessages() {
    ModelPrompt prompt =
        prompt("[{'role':'system','content':'s'},{'role':'oracle','content':'o'},'<any>']");
    assertNull(prompt.text());
    assertEquals(
        List.of("s", "o"),
        prompt.messages().subList(0, 2).stream().map(ModelMessage::text).toList());
    assertEquals(MessageRole.SYSTEM, prompt.messages().get(0).role());
    assertEquals(MessageRole.of("oracle"), prompt.messages().get(1).role());
    assertEquals(OutputRun.json("'<any>'"), prompt.messages().get(2).json());
    assertThrows(UnsupportedOperationException.class, () -> prompt.messages().clear());
  }

  @Test
  void isOfAnotherKind() {
    assertNull(prompt("{'role':'user'}").text());
    assertEquals(List.of(), prompt("{'role':'user'}").messages());
    assertEquals(OutputRun.json("7"), prompt("7").json());
  }

  @Test
  void namesTheToolsOfAStep() {
    ModelStep step =
        (ModelStep)
            OutputRun.step(
                "{'type':'model','key':'m','provider':{'provider':'p','model':'m','messages':'x',"
                    + "'tools':['a',{'name':'b','input':{'q':{'type':'number'}}},7]}}");
    List<ModelTool> tools = ModelPrompt.of(step).tools();
    assertEquals(3, tools.size());
    assertEquals("a", tools.get(0).name());
    assertEquals("b", tools.get(1).name());
    assertEquals(InputFieldType.NUMBER, tools.get(1).input().asList().get(0).type());
    assertNull(tools.get(2).name());
    assertEquals("7", tools.get(2).json().json());
  }

  @Test
  void isEqualByMessagesAndTools() {
    ModelPrompt prompt = prompt("'a'", "'t'");
    assertEquals(prompt, prompt("'a'", "'t'"));
    assertEquals(prompt.hashCode(), prompt("'a'", "'t'").hashCode());
    assertNotEquals(prompt.hashCode(), prompt("'b'", "'t'").hashCode());
    assertNotEquals(prompt.hashCode(), prompt("'a'", "'u'").hashCode());
    assertNotEquals(prompt, prompt("'b'", "'t'"));
    assertNotEquals(prompt, prompt("'a'", "'u'"));
    assertNotEquals(prompt, "a");
  }

  @Test
  void showsCounts() {
    assertEquals("ModelPrompt{messages=2, tools=1}", prompt("['a','b']", "'c'").toString());
  }

  private static ModelPrompt prompt(String messages, String... tools) {
    ModelProvider.Builder provider =
        ModelProvider.builder().provider("p").model("m").messages(OutputRun.json(messages));
    for (String tool : tools) {
      provider.addTools(OutputRun.json(tool));
    }
    return ModelPrompt.of(provider.build());
  }
}
