package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputFieldType;
import ai.withcortex.model.InputStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // What is null fails the test.
final class InputFieldsTest {
  private static final JsonValue DEFINITION =
      OutputRun.json("{'b':{'type':'number'}, 'a':{'type':'colour','hue':1},'c':'<any>'}");

  @Test
  void areThoseOfAStepAMapOrJson() {
    InputStep step = InputStep.builder().key("k").input(DEFINITION.asMap()).build();
    for (InputFields fields :
        List.of(
            InputFields.of(step), InputFields.of(DEFINITION.asMap()), InputFields.of(DEFINITION))) {
      assertEquals(List.of("b", "a", "c"), fields.stream().map(InputField::key).toList());
      assertEquals(InputFieldType.NUMBER, fields.get("b").type());
      assertEquals("colour", fields.get("a").type().value());
      assertEquals(OutputRun.json("{'type':'colour','hue':1}"), fields.get("a").json());
      assertEquals(OutputRun.json("'<any>'"), fields.get("c").json());
      assertEquals(InputFields.of(DEFINITION), fields);
    }
    assertSame(DEFINITION, InputFields.of(DEFINITION).json());
    assertEquals(DEFINITION.asMap(), InputFields.of(step).json().asMap());
  }

  @Test
  void areNoneIfThereIsNoDefinition() {
    assertTrue(InputFields.of((Map<String, JsonValue>) null).isEmpty());
    assertTrue(InputFields.of(OutputRun.json("'<any>'")).isEmpty());
    assertEquals(OutputRun.json("[1]"), InputFields.of(OutputRun.json("[1]")).json());
  }

  @Test
  void nest() {
    InputFields fields =
        InputFields.of(
            OutputRun.json(
                "{'a':{'type':'object','fields':{'b':{'type':'object','fields':{'c':{'type':'file'}}}}}}"));
    InputFields inner = fields.get("a").fields().get("b").fields();
    assertEquals(InputFieldType.FILE, inner.get("c").type());
    assertNull(inner.get("d"));
    assertTrue(inner.get("c").fields().isEmpty());
  }
}
