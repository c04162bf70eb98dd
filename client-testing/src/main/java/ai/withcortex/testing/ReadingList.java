package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.BrowserStep;
import ai.withcortex.model.CodeStep;
import ai.withcortex.model.ModelProvider;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.ServiceCall;
import ai.withcortex.model.ServiceStep;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small library describes what came in and keeps a list of it. */
final class ReadingList implements SampleWorkflow {
  private final List<WorkflowVersion> versions =
      Arrays.asList(version(3, "NOTION"), version(2, "GMAIL"), version(1, "GMAIL"));

  @Override
  public String appId() {
    return SampleData.APP_LESS;
  }

  @Override
  public String workflowId() {
    return SampleData.APP_LESS_WORKFLOW;
  }

  @Override
  public int runCount() {
    return 40;
  }

  @Override
  public int greatestGapSeconds() {
    return 9 * 60 * 60;
  }

  @Override
  public List<WorkflowVersion> versions() {
    return versions;
  }

  @Override
  public List<WorkflowVersionDraft> drafts() {
    return Collections.singletonList(
        WorkflowVersionDraft.builder().key("reading-list").steps(steps("NOTION")).build());
  }

  @Override
  public @Nullable Map<String, JsonValue> input(SampleRandom random) {
    return random.oneIn(2)
        ? null
        : new JsonObject()
            .put("shelf", random.between(1, 40))
            .put("languages", JsonObject.strings("de", random.pick("fr", "es", "日本語")))
            .members();
  }

  @Override
  public String answer(SampleRandom random) {
    return random.pick("A novel", "A guide", "A memoir", "An atlas", "A cookbook")
        + random.pick(" about lighthouses", " of the northern hills", " for patient gardeners")
        + random.pick(", told in letters.", ", with many maps.", ". Größer als erwartet.", ".");
  }

  @Override
  public JsonValue item(SampleRandom random) {
    return new JsonObject()
        .put("title", random.pick("Salt and Slate", "The Ninth Ferry", "Años de lluvia"))
        .put("pages", random.between(80, 900))
        .value();
  }

  private WorkflowVersion version(int number, String service) {
    return WorkflowVersion.builder()
        .id("wver_c" + number)
        .workflowId(workflowId())
        .version((long) number)
        .key("reading-list")
        .createdAt(Instant.parse("2025-05-0" + number + "T07:00:00.5Z"))
        .steps(steps(service))
        .build();
  }

  private static List<WorkflowStep> steps(String service) {
    return Arrays.asList(
        BrowserStep.builder().key("arrivals").url("https://library.example/new").build(),
        CodeStep.builder()
            .key("titles")
            .loop("{{ arrivals.body.rows }}")
            .code("return { title: value[0], pages: Number(value[1]) };")
            .build(),
        ModelStep.builder()
            .key("describe")
            .provider(
                ModelProvider.builder()
                    .provider("openai")
                    .model("gpt-4o")
                    .messages(JsonValue.of("Describe in one sentence: {{ titles }}"))
                    .build())
            .build(),
        ServiceStep.builder()
            .key("list")
            .service(
                ServiceCall.builder()
                    .type(service)
                    .action(service.equals("NOTION") ? "CREATE_PAGE" : "SEND_EMAIL")
                    .input(new JsonObject().put("text", "{{ describe }}").value())
                    .build())
            .build());
  }
}
