package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.ApiBreak;
import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.version.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the changelog entries for a comparison. */
final class Changelog {
  private final Map<Kind, Set<String>> entries = new EnumMap<>(Kind.class);

  private Changelog() {}

  /** Returns lines in the format of Keep a Changelog, with headings; empty if nothing changed. */
  static List<String> lines(ReleaseComparison comparison) {
    Changelog changelog = new Changelog();
    List<SpecChange> changes = comparison.specChangesOrNone();
    ApiComparison generated = comparison.apis().get("client-generated");
    for (SpecChange change : changes) {
      if (change.kind() != Kind.DOCUMENTED) {
        changelog.add(change, generated == null ? List.of() : reasons(change, generated));
      }
    }
    comparison
        .apis()
        .forEach(
            (module, api) -> {
              boolean isGenerated = module.equals("client-generated");
              for (ApiBreak found : api.breaks()) {
                if (!isGenerated
                    || changes.stream().noneMatch(c -> SpecMember.explains(c, found))) {
                  changelog.add(found, api.accepted().getOrDefault(found, ""));
                }
              }
            });
    return changelog.lines();
  }

  /** Returns the reasons for the breaks in the Java API that a spec change causes. */
  private static Collection<String> reasons(SpecChange change, ApiComparison generated) {
    Set<String> reasons = new LinkedHashSet<>();
    generated
        .accepted()
        .forEach(
            (found, reason) -> {
              if (SpecMember.explains(change, found)) {
                reasons.add(reason);
              }
            });
    return reasons;
  }

  private void add(SpecChange change, Collection<String> reasons) {
    String breaking = change.effect() == Effect.BREAKING ? "**Breaking:** " : "";
    boolean isState = change.kind() == Kind.CHANGED || change.kind() == Kind.DEPRECATED;
    List<String> said = new ArrayList<>(reasons);
    said.add(0, change.description());
    add(
        change.kind(),
        breaking + "`" + change.place() + "`" + (isState ? " " : ", ") + change.what(),
        said);
  }

  private void add(ApiBreak found, String reason) {
    Kind kind = found.change().endsWith("_REMOVED") ? Kind.REMOVED : Kind.CHANGED;
    add(kind, "**Breaking:** " + found.text(), List.of(reason));
  }

  private void add(Kind kind, String what, List<String> sentences) {
    List<String> said =
        sentences.stream().filter(s -> !s.isEmpty()).map(Changelog::withoutStop).toList();
    entries
        .computeIfAbsent(kind, k -> new LinkedHashSet<>())
        .add("- " + what + (said.isEmpty() ? "" : ": " + String.join(". ", said)) + ".");
  }

  private static String withoutStop(String sentence) {
    return sentence.replaceFirst("\\.$", "");
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    entries.forEach(
        (kind, ofKind) -> {
          if (!lines.isEmpty()) {
            lines.add("");
          }
          lines.add("### " + kind.heading());
          lines.add("");
          lines.addAll(ofKind);
        });
    return lines;
  }
}
