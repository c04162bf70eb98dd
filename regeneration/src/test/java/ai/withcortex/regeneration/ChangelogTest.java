package ai.withcortex.regeneration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.regeneration.api.ApiBreak;
import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.version.Effect;
import ai.withcortex.regeneration.version.SemanticVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChangelogTest {
  private static final ApiBreak PROPERTY =
      new ApiBreak("ai.withcortex.model.Note", "meta", "METHOD_REMOVED", "", true, true);
  private static final ApiBreak METHOD =
      new ApiBreak("ai.withcortex.api.NotesApi", "sendNote", "METHOD_REMOVED", "", true, true);

  private static final List<SpecChange> CHANGES =
      List.of(
          change(
              Kind.CHANGED,
              Effect.ADDITIVE,
              "sendNote.X-H",
              "#/components/parameters/h/required",
              "was required and is now optional"),
          change(
              Kind.REMOVED,
              Effect.BREAKING,
              "Note.meta",
              "#/components/schemas/Note/properties/meta",
              "a property, string"));

  /** An addition to the spec may be a break in Java. */
  @Test
  void hasEachBreakOnce() {
    assertEquals(
        """
        ### Changed

        - `sendNote.X-H` was required and is now optional.

        ### Removed

        - **Breaking:** `Note.meta`, a property, string.
        - **Breaking:** `NotesApi.sendNote` was removed, or its parameters changed.""",
        changelog(Map.of()));
  }

  @Test
  void saysWhyABreakIsOnPurpose() {
    assertEquals(
        """
        ### Changed

        - `sendNote.X-H` was required and is now optional.

        ### Removed

        - **Breaking:** `Note.meta`, a property, string: It was empty. Nobody filled it.
        - **Breaking:** `NotesApi.sendNote` was removed, or its parameters changed: Leave out X-H.""",
        changelog(Map.of(PROPERTY, "It was empty. Nobody filled it.", METHOD, "Leave out X-H.")));
  }

  private static String changelog(Map<ApiBreak, String> accepted) {
    ApiComparison generated =
        new ApiComparison(List.of(), List.of(), List.of(PROPERTY, METHOD), accepted, Map.of());
    ReleaseComparison comparison =
        new ReleaseComparison(
            SemanticVersion.NONE,
            "1.0.0",
            CHANGES,
            Map.of("client-generated", generated),
            List.of(),
            List.of());
    return String.join("\n", Changelog.lines(comparison));
  }

  private static SpecChange change(
      Kind kind, Effect effect, String place, String pointer, String what) {
    return new SpecChange(kind, effect, place, pointer, what, "", "", "", Set.of());
  }
}
