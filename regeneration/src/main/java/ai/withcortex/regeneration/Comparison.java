package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.AcceptedBreaks;
import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecComparison;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What changed since the last release.
 *
 * @param apis by module; empty if there was nothing to compare
 * @param version what the POMs say
 * @param failures what is wrong with the project as it is, each a sentence or more
 */
record Comparison(
    SemanticVersion released,
    String version,
    List<SpecChange> specChanges,
    Map<String, ApiComparison> apis,
    List<String> failures) {

  /** Compares a project with its last release. If it could not be built, its spec only. */
  static Comparison of(Project project) throws IOException {
    List<String> failures = project.failures();
    List<SpecChange> specChanges = SpecComparison.of(project.releasedSpec(), project.spec());
    AcceptedBreaks accepted = project.acceptedBreaks();
    Map<String, ApiComparison> apis = Map.of();
    List<String> unused = List.of();
    if (failures.isEmpty()) {
      apis = ApiComparison.of(project.releasedApi(), project.api(), accepted);
      unused =
          accepted.unused().stream()
              .map(
                  entry ->
                      "regeneration/accepted-breaks.yaml accepts what does not happen: "
                          + entry
                          + ". Remove the entry.")
              .toList();
    }
    return new Comparison(
        project.lastRelease(),
        project.version(),
        specChanges,
        apis,
        Stream.concat(failures.stream(), unused.stream()).toList());
  }

  Effect specEffect() {
    return Effect.worst(specChanges.stream().map(SpecChange::effect).toList());
  }

  Effect apiEffect() {
    return Effect.worst(apis.values().stream().map(ApiComparison::effect).toList());
  }

  Effect effect() {
    return Effect.worst(List.of(specEffect(), apiEffect()));
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
