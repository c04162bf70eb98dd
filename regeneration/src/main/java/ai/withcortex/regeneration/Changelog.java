package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.ApiBreak;
import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What to write into CHANGELOG.md of what a comparison found. */
final class Changelog {
  private Changelog() {}

  /** Lines in the form of Keep a Changelog, headings included; none if nothing changed. */
  static List<String> lines(Comparison comparison) {
    Map<Kind, List<String>> entries = new EnumMap<>(Kind.class);
    for (SpecChange change : comparison.toldSpecChanges()) {
      if (change.kind() != Kind.DOCUMENTED) {
        entries.computeIfAbsent(change.kind(), kind -> new ArrayList<>()).add(entry(change));
      }
    }
    comparison
        .apis()
        .forEach(
            (module, api) -> {
              // What the spec changed in the generated classes is told already.
              if (!module.equals("client-generated")
                  || comparison.specEffect() != Effect.BREAKING) {
                addBreaks(entries, module, api);
              }
            });
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

  private static String entry(SpecChange change) {
    String breaking = change.effect() == Effect.BREAKING ? "**Breaking:** " : "";
    boolean isState = change.kind() == Kind.CHANGED || change.kind() == Kind.DEPRECATED;
    String description = change.description().replaceFirst("\\.$", "");
    return "- "
        + breaking
        + "`"
        + change.place()
        + "`"
        + (isState ? " " : ", ")
        + change.what()
        + (description.isEmpty() ? "" : ": " + description)
        + ".";
  }

  private static void addBreaks(Map<Kind, List<String>> entries, String module, ApiComparison api) {
    for (ApiBreak found : api.breaks()) {
      entries
          .computeIfAbsent(Kind.CHANGED, kind -> new ArrayList<>())
          .add("- **Breaking:** " + module + ", " + found.text() + ".");
    }
  }
}
