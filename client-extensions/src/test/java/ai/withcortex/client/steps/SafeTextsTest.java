package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts tell what a thing is and how large, but nothing of what goes in and out of workflows. */
final class SafeTextsTest {
  private static final String CANARY = "canary-7f3a";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          step     | {'status':'FAILED','type':'code','start':1,'end':2,'error':'@','logs':['@'],'calls':[{'output':'@'}],'output':'@'} | StepOutput{key=s, status=FAILED, type=code, start=1970-01-01T00:00:00.001Z, end=1970-01-01T00:00:00.002Z, output=string (13 characters), error=string (13 characters), logs=1, calls=1}
          step     | '@' | StepOutput{key=s, logs=0, calls=0}
          step     | {'id':'i'} | StepOutput{key=s, id=i, logs=0, calls=0}
          steps    | {'output':'@'} | StepOutputs{size=1}
          model    | {'message':'@','raw':'@','refusal':'@','index':2,'tool_calls':['@'],'tool_results':['@','@']} | ModelOutput{index=2, message=string (13 characters), toolCalls=1, toolResults=2}
          http     | {'ok':true,'status':200,'headers':{'a':'@'},'body':{'b':'@'},'error':'@'} | HttpOutput{type=http_request, ok=true, status=200, headers=1, body=object (19 characters), error=string (13 characters)}
          browser  | {} | HttpOutput{type=browser, headers=0}
          workflow | {'run_id':'r','workflow_id':'w','status':'FAILED','error':'@','result':'@','output':{'@':'@'}} | WorkflowCallOutput{runId=r, workflowId=w, status=FAILED, error=string (13 characters), result=string (13 characters), output=1}
          open     | {'a':'@'} | OpenOutput{type=branch, json=object (19 characters)}
          call     | {'id':'i','name':'@','input':{'a':'@'}} | ToolCall{id=i, input=object (19 characters)}
          result   | {'id':'i','name':'@','output':'@'} | ToolResult{id=i, output=string (13 characters)}
          message  | {'role':'user','content':'@','tools':[{'input':'@'}]} | ModelMessage{role=user, content=string (13 characters), toolCalls=1}
          part     | {'type':'image','url':'@','text':'@'} | ContentPart{type=image, json=object (57 characters)}
          tool     | '@' | ModelTool{json=string (13 characters)}
          field    | {'type':'object','name':'@','desc':'@','link':'@','placeholder':'@','fields':{'a':{'desc':'@'}}} | InputField{key=f, type=object, fields=1}
          """)
  void tellNothingOfTheContent(String type, String json, String expected) {
    String text = view(type, OutputRun.json(json.replace("@", CANARY))).toString();
    assertFalse(text.contains(CANARY), text);
    assertEquals(expected, text);
  }

  private static Object view(String type, JsonValue json) {
    return switch (type) {
      case "step" -> StepOutput.of("s", json, null);
      case "steps" -> StepOutputs.ofCalledRun(json);
      case "model" -> new ModelOutput(json);
      case "http" -> new HttpOutput(json, false);
      case "browser" -> new HttpOutput(json, true);
      case "workflow" -> new WorkflowCallOutput(json);
      case "open" -> new OpenOutput(json, StepType.BRANCH);
      case "call" -> new ToolCall(json);
      case "result" -> new ToolResult(json);
      case "message" -> new ModelMessage(json);
      case "part" -> new ContentPart(json);
      case "tool" -> new ModelTool(json);
      case "field" -> new InputField("f", json);
      default -> throw new AssertionError(type);
    };
  }
}
