package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.AcceptedBreaks;
import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecComparison;
import ai.withcortex.regeneration.version.Effect;
import ai.withcortex.regeneration.version.SemanticVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes since the last release.
 *
 * @param version the version in the POMs
 * @param specChanges the changes in the spec; null if the spec cannot be read
 * @param apis the changes in the Java API, by module; empty if the Java API was not compared
 * @param failures the reasons why the project cannot be released, each with at least one sentence
 * @param leftOut the skipped steps that could have found more, each as a sentence
 */
record ReleaseComparison(
    SemanticVersion released,
    String version,
    @Nullable List<SpecChange> specChanges,
    Map<String, ApiComparison> apis,
    List<String> failures,
    List<String> leftOut) {

  /** Compares a project with its last release, or only its spec if the build failed. */
  static ReleaseComparison of(Project project) throws IOException {
    List<String> failures = new ArrayList<>(project.failures());
    List<SpecChange> specChanges = null;
    try {
      specChanges = SpecComparison.of(project.releasedSpec(), project.spec());
    } catch (IllegalArgumentException e) {
      failures.add("spec/cortex-runs.yaml cannot be compared:\n" + e.getMessage());
    }
    Map<String, ApiComparison> apis = Map.of();
    if (failures.isEmpty()) {
      AcceptedBreaks accepted = project.acceptedBreaks();
      apis = ApiComparison.of(project.releasedApi(), project.api(), accepted);
      for (String entry : accepted.unused()) {
        failures.add(
            "regeneration/accepted-breaks.yaml accepts a break that does not occur: "
                + entry
                + ". Remove the entry.");
      }
    }
    ReleaseComparison comparison =
        new ReleaseComparison(
            project.lastRelease(),
            project.version(),
            specChanges,
            apis,
            failures,
            project.leftOut());
    failures.addAll(comparison.wrongVersions());
    return comparison;
  }

  /**
   * Returns the new parameters whose {@code x-since} is not the next version, each as a failure.
   */
  private List<String> wrongVersions() {
    SemanticVersion planned = SemanticVersion.of(version);
    SemanticVersion next = fitsVersion() ? planned : nextVersion();
    return specChangesOrNone().stream()
        .filter(change -> !change.since().isEmpty() && !change.since().equals(next.toString()))
        .map(
            change ->
                "`x-since` of `"
                    + change.place()
                    + "` is "
                    + change.since()
                    + ", but the next release is "
                    + next
                    + ". Change it to that version ("
                    + change.pointer()
                    + ").")
        .toList();
  }

  boolean isCompared() {
    return specChanges != null;
  }

  /** Returns the changes in the spec; empty if it cannot be read. */
  List<SpecChange> specChangesOrNone() {
    return specChanges == null ? List.of() : specChanges;
  }

  Effect specEffect() {
    return Effect.worst(specChangesOrNone().stream().map(SpecChange::effect).toList());
  }

  Effect apiEffect() {
    return Effect.worst(apis.values().stream().map(ApiComparison::effect).toList());
  }

  Effect effect() {
    return Effect.worst(List.of(specEffect(), apiEffect()));
  }

  /** Returns whether each break in the Java API has a reason. */
  boolean isAccepted() {
    return apis.values().stream().allMatch(api -> api.unaccepted().isEmpty());
  }

  boolean isBroken() {
    return !failures.isEmpty();
  }

  /** Returns the verdict as one word. */
  String verdict() {
    return isBroken() ? "broken" : effect().toString();
  }

  /** Returns the lowest version that the next release can have. */
  SemanticVersion nextVersion() {
    return released.after(effect());
  }

  boolean fitsVersion() {
    return SemanticVersion.of(version).compareTo(nextVersion()) >= 0;
  }
}
