package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ErrorResponse;
import ai.withcortex.model.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes in and out of a workflow is in no text of a model; canaries stand for it. */
final class SafeToPrintTest {
  private static final String CANARY = "canary";
  private static final Path GROWTH = Path.of("src/test/resources/growth");
  private static final Path MODELS =
      Path.of("../client-generated/target/generated-sources/openapi/src/main/java")
          .resolve("ai/withcortex/model");

  /** Strings that are not data: they say which object it is, are times, or values of an enum. */
  private static final String NO_DATA =
      "id|.*_id|.*_at|key|type|status|origin|field|container|method|response_format|tools_mode";

  /** Properties whose value is an object with names that are data. */
  private static final Set<String> MAPS =
      Set.of("input", "input_default", "output", "result", "headers", "conditions", "steps");

  private final Set<String> printed = new TreeSet<>();

  @Test
  void noTextOfAModelShowsData() throws Exception {
    String response = Files.readString(GROWTH.resolve("tomorrow.json")).replace("1e400", "1");
    JsonNode runs = poisoned("", new ObjectMapper().readTree(response));
    for (Run run : SpecExamples.pageAdapter(CortexJson.moshi()).fromJson(runs.toString())) {
      print(run);
    }
    String error = Files.readString(GROWTH.resolve("canary-error.json"));
    print(CortexJson.moshi().adapter(ErrorResponse.class).fromJson(error));

    assertEquals(generatedModels(), printed, "all models have been printed");
  }

  @Test
  void aRunShowsIdentityStatusTimesAndSizes() throws IOException {
    Run run =
        SpecExamples.pageAdapter(CortexJson.moshi())
            .fromJson(SpecExamples.read("draft-run.json"))
            .get(0);

    assertEquals(
        "Run{id=run_draft001, status=COMPLETED, origin=TEST, input=3 entries, output=1 entry,"
            + " result=array (17 characters), createdAt=2025-06-02T07:59:59Z,"
            + " startedAt=2025-06-02T08:00:00Z, endedAt=2025-06-02T08:00:01.500Z,"
            + " updatedAt=2025-06-02T08:00:01.500Z, appId=c, workflowAppId=c, workflowId=work_1,"
            + " workflowVersionDraft=WorkflowVersionDraft{key=capitalise-names, steps=2 elements,"
            + " additionalProperties=3 entries}, usage=Usage{total=0, steps=1 entry}}",
        run.toString());
  }

  private static JsonNode poisoned(String property, JsonNode node) {
    if (node instanceof ObjectNode) {
      ObjectNode object = new ObjectMapper().createObjectNode();
      boolean isMap = MAPS.contains(property);
      node.properties()
          .forEach(
              member ->
                  object.set(
                      isMap ? CANARY + member.getKey() : member.getKey(),
                      poisoned(member.getKey(), member.getValue())));
      return isMap ? object : object.put(CANARY, CANARY);
    } else if (node instanceof ArrayNode) {
      ArrayNode array = new ObjectMapper().createArrayNode();
      node.forEach(element -> array.add(poisoned(property + "[]", element)));
      return array;
    }
    return node.isTextual() && !property.matches(NO_DATA) ? TextNode.valueOf(CANARY) : node;
  }

  private void print(Object value) throws ReflectiveOperationException {
    if (value instanceof Collection) {
      for (Object element : (Collection<?>) value) {
        print(element);
      }
    } else if (value instanceof Map) {
      print(((Map<?, ?>) value).values());
    } else if (value instanceof JsonValue || isModel(value)) {
      assertFalse(value.toString().contains(CANARY), value::toString);
      if (isModel(value)) {
        printParts(value);
      }
    }
  }

  private static boolean isModel(Object value) {
    return value != null && value.getClass().getSimpleName().startsWith("Immutable");
  }

  private void printParts(Object model) throws ReflectiveOperationException {
    Class<?> type = model.getClass().getSuperclass();
    printed.add(type.getSimpleName());
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0 && Modifier.isAbstract(method.getModifiers())) {
        print(method.invoke(model));
      }
    }
  }

  private static Set<String> generatedModels() throws IOException {
    Set<String> models = new TreeSet<>();
    try (Stream<Path> files = Files.list(MODELS)) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains("@Value.Immutable\npublic abstract class")) {
          models.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return models;
  }
}
