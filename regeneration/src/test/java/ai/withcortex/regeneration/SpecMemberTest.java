package ai.withcortex.regeneration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.regeneration.api.ApiBreak;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.version.Effect;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds out whether a breaking spec change explains a break in the Java API. */
final class SpecMemberTest {
  @ParameterizedTest
  @CsvSource({
    "Run.record_id, Run, recordId, true",
    "Run.record_id, Run$Builder, recordId, true",
    "Run.record_id, Run, id, false",
    "Run.record_id, RunPage, recordId, false",
    "Run.destinations[], Run$Builder, addDestination, true",
    "Run.destinations, Run$Builder, addAllDestinations, true",
    "Run.entries, Run$Builder, putEntry, true",
    "Run.input, Run$Builder, putAllInput, true",
    "Run.title, Run$Builder, clearTitle, true",
    "Run.destinations, Run$Builder, addDestinationKey, false",
    "StepBase.notes, WorkflowStep, notes, true",
    "StepBase.notes, CodeStep$Builder, notes, true",
    "StepBase.notes, Run, notes, false",
    "RunOrigin.END_POINT, RunOrigin$Known, END_POINT, true",
    "WorkflowStep.CodeStep, WorkflowStep$Visitor, visitCodeStep, true",
    "WorkflowStep.CodeStep, WorkflowStep$Visitor, visitNoteStep, false",
    "WorkflowStep.CodeStep, CodeStep, , true",
    "CodeStep, CodeStep$Builder, , true",
    "WorkflowStep, UnknownWorkflowStep, , true",
    "CodeStep, CodeStep, key, false",
    "CodeStep, Run, , false"
  })
  void ofSchemas(String place, String className, @Nullable String member, boolean isExplained) {
    SpecChange change = change(Effect.BREAKING, place, "#/components/schemas/Any");
    assertEquals(isExplained, SpecMember.explains(change, found("model", className, member)));
  }

  @ParameterizedTest
  @CsvSource({
    "list_runs, RunsApi, listRuns, true",
    "listRuns.take, RunsApi, listRuns, true",
    "listRuns request, RunsApi, listRuns, true",
    "listRuns 200.pagination-count, RunsApi, listRuns, true",
    "listRunsOfApp, RunsApi, listRuns, false",
    "listRuns, Run, listRuns, false",
    "listRuns, RunsApi, , false",
    "listRuns.take, RunQuery, take, true",
    "listRuns.verbose, RunQuery$Builder, addVerbose, true",
    "listRuns.take, RunQuery, page, false",
    "listRuns, RunQuery, take, false",
    "listRuns.take, RunQuery, , false"
  })
  void ofOperations(String place, String className, @Nullable String member, boolean isExplained) {
    SpecChange change = change(Effect.BREAKING, place, "#/components/parameters/any");
    String packageName = className.matches("RunsApi|RunQuery.*") ? "api" : "model";
    assertEquals(isExplained, SpecMember.explains(change, found(packageName, className, member)));
  }

  @ParameterizedTest
  @CsvSource({"ADDITIVE, false", "COMPATIBLE, false", "BREAKING, true"})
  void ofBreaksOnly(Effect effect, boolean isExplained) {
    SpecChange change = change(effect, "Run.id", "#/components/schemas/Run/properties/id");
    assertEquals(isExplained, SpecMember.explains(change, found("model", "Run", "id")));
  }

  private static SpecChange change(Effect effect, String place, String pointer) {
    Set<String> heirs = Set.of("CodeStep", "WorkflowStep");
    return new SpecChange(Kind.CHANGED, effect, place, pointer, "changed", "", "", "", heirs);
  }

  private static ApiBreak found(String packageName, String className, @Nullable String member) {
    String name = "ai.withcortex." + packageName + "." + className;
    return new ApiBreak(name, member == null ? "" : member, "METHOD_REMOVED", "", true, true);
  }
}
