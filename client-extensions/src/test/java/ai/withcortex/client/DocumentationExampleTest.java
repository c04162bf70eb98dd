package ai.withcortex.client;

import static java.math.BigDecimal.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputContainer;
import ai.withcortex.model.InputDisplay;
import ai.withcortex.model.InputFieldLayout;
import ai.withcortex.model.InputOptions;
import ai.withcortex.model.NoteStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepModelDefaults;
import ai.withcortex.model.StepType;
import ai.withcortex.model.Usage;
import ai.withcortex.model.UsageCall;
import ai.withcortex.model.VersionAuthor;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads the example of the endpoint's documentation page, and every field in it by its accessor.
 */
@Tag("spec")
final class DocumentationExampleTest {
  private static final String STRING = "<string>";
  private static final Instant DATE = Instant.parse("2023-12-25T00:00:00Z");
  private static final BigDecimal NUMBER = new BigDecimal("123");

  @Test
  void readsEveryField() throws IOException {
    List<Run> page =
        SpecExamples.pageAdapter(CortexJson.moshi())
            .fromJson(SpecExamples.read("documentation.json"));
    assertEquals(1, page.size());
    Run run = page.get(0);

    assertEquals(STRING, run.id());
    assertEquals(JsonValue.of("<any>"), run.result());
    assertEquals(Map.of(), run.input());
    assertEquals(Map.of(), run.output());
    assertEquals(RunStatus.RUNNING, run.status());
    assertEquals(RunOrigin.WORKFLOW, run.origin());
    assertEquals(STRING, run.error());
    assertEquals(DATE, run.startedAt());
    assertEquals(DATE, run.endedAt());
    assertEquals(STRING, run.appId());
    assertEquals(STRING, run.workflowAppId());
    assertEquals(STRING, run.workflowId());
    readsDraft(assertInstanceOf(WorkflowVersionDraft.class, run.workflowVersionDraft()));
    readsVersion(assertInstanceOf(WorkflowVersion.class, run.workflowVersion()));
    assertEquals(STRING, run.collectionId());
    assertEquals(STRING, run.recordId());
    assertEquals(123L, run.version());
    readsUsage(assertInstanceOf(Usage.class, run.usage()));
    assertEquals(DATE, run.createdAt());
    assertEquals(DATE, run.updatedAt());
    assertEquals(Map.of(), run.additionalProperties(), "no field is left without an accessor");
  }

  private static void readsDraft(WorkflowVersionDraft draft) {
    assertEquals(STRING, draft.key());
    assertEquals(Map.of(), draft.input());
    assertEquals(Map.of(), draft.inputDefault());
    readsInputOptions(draft.inputOptions());
    readsSteps(draft.steps());
    assertEquals(Map.of(), draft.additionalProperties());
  }

  private static void readsVersion(WorkflowVersion version) {
    assertEquals(STRING, version.id());
    assertEquals(STRING, version.appId());
    assertEquals(STRING, version.workflowId());
    assertEquals(STRING, version.description());
    assertEquals(123L, version.version());
    assertEquals(123L, version.rollbackVersion());
    assertEquals(STRING, version.notes());
    VersionAuthor author = assertInstanceOf(VersionAuthor.class, version.createdBy());
    assertEquals(STRING, author.id());
    assertEquals(STRING, author.name());
    assertEquals(Map.of(), author.additionalProperties());
    assertEquals(DATE, version.createdAt());
    assertEquals(STRING, version.key());
    assertEquals(Map.of(), version.input());
    assertEquals(Map.of(), version.inputDefault());
    readsInputOptions(version.inputOptions());
    readsSteps(version.steps());
    assertEquals(Map.of(), version.additionalProperties());
  }

  private static void readsInputOptions(@Nullable InputOptions options) {
    assertNotNull(options);
    InputDisplay display = assertInstanceOf(InputDisplay.class, options.display());
    assertEquals(InputFieldLayout.INLINE, display.field());
    assertEquals(InputContainer.GRID, display.container());
    assertEquals(true, display.hidden());
    assertEquals(Map.of(), options.additionalProperties());
    assertEquals(Map.of(), display.additionalProperties());
  }

  private static void readsSteps(List<WorkflowStep> steps) {
    assertEquals(1, steps.size());
    NoteStep step = assertInstanceOf(NoteStep.class, steps.get(0));
    assertEquals(StepType.NOTE, step.type());
    assertEquals(STRING, step.key());
    assertEquals(STRING, step.conditional());
    assertEquals(STRING, step.loop());
    assertEquals(true, step.throwOnError());
    assertEquals(true, step.inputConnected());
    assertEquals(List.of(STRING), step.destinations());
    assertEquals(List.of(NUMBER), step.position());
    assertEquals(List.of(new BigDecimal("101")), step.size());
    StepModelDefaults auto = assertInstanceOf(StepModelDefaults.class, step.auto());
    assertEquals(STRING, auto.provider());
    assertEquals(STRING, auto.model());
    assertEquals(ONE, auto.temperature());
    assertEquals(STRING, step.note());
    assertEquals(Map.of(), auto.additionalProperties());
    assertEquals(Map.of(), step.additionalProperties());
  }

  private static void readsUsage(Usage usage) {
    assertEquals(NUMBER, usage.total());
    List<UsageCall> calls = usage.calls();
    assertNotNull(calls);
    assertEquals(1, calls.size());
    UsageCall call = calls.get(0);
    assertEquals(STRING, call.id());
    assertEquals(NUMBER, call.total());
    assertEquals(List.of(Usage.builder().build()), call.calls());
    assertEquals(Map.of(), usage.steps());
    assertTrue(usage.additionalProperties().isEmpty());
    assertTrue(call.additionalProperties().isEmpty());
  }
}
