package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.AcceptedBreaks;
import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecComparison;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the last release.
 *
 * @param specChanges null if the spec cannot be read
 * @param apis by module; empty if there was nothing to compare
 * @param version what the POMs say
 * @param failures what is wrong with the project as it is, each a sentence or more
 * @param leftOut what was not done and could have found more, each a sentence
 */
record Comparison(
    SemanticVersion released,
    String version,
    @Nullable List<SpecChange> specChanges,
    Map<String, ApiComparison> apis,
    List<String> failures,
    List<String> leftOut) {

  /** Compares a project with its last release. If it could not be built, its spec only. */
  static Comparison of(Project project) throws IOException {
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
            "regeneration/accepted-breaks.yaml accepts what does not happen: "
                + entry
                + ". Remove the entry.");
      }
    }
    Comparison comparison =
        new Comparison(
            project.lastRelease(),
            project.version(),
            specChanges,
            apis,
            failures,
            project.leftOut());
    failures.addAll(comparison.wrongVersions());
    return comparison;
  }

  /** Parameters that are new come with the next release and with no other. */
  private List<String> wrongVersions() {
    SemanticVersion planned = SemanticVersion.of(version);
    SemanticVersion next = fitsVersion() ? planned : nextVersion();
    return toldSpecChanges().stream()
        .filter(change -> !change.since().isEmpty() && !change.since().equals(next.toString()))
        .map(
            change ->
                "`x-since` of `"
                    + change.place()
                    + "` is "
                    + change.since()
                    + ", and the next release is "
                    + next
                    + ". Write that ("
                    + change.pointer()
                    + ").")
        .toList();
  }

  boolean isCompared() {
    return specChanges != null;
  }

  /** What changed in the spec; nothing if it cannot be read. */
  List<SpecChange> toldSpecChanges() {
    return specChanges == null ? List.of() : specChanges;
  }

  Effect specEffect() {
    return Effect.worst(toldSpecChanges().stream().map(SpecChange::effect).toList());
  }

  Effect apiEffect() {
    return Effect.worst(apis.values().stream().map(ApiComparison::effect).toList());
  }

  Effect effect() {
    return Effect.worst(List.of(specEffect(), apiEffect()));
  }

  /** Whether each break of the Java API has a reason. */
  boolean isAccepted() {
    return apis.values().stream().allMatch(api -> api.unaccepted().isEmpty());
  }

  boolean isBroken() {
    return !failures.isEmpty();
  }

  /** The verdict in one word. */
  String verdict() {
    return isBroken() ? "broken" : effect().toString();
  }

  /** The least version that the next release can have. */
  SemanticVersion nextVersion() {
    return released.after(effect());
  }

  boolean fitsVersion() {
    return SemanticVersion.of(version).compareTo(nextVersion()) >= 0;
  }
}
