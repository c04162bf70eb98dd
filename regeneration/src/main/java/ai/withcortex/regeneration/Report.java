package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as Markdown that can be read as it is. */
final class Report {
  /** Of the Java API of a module; all of it is in the diff of what is recorded at a release. */
  private static final int LINES_SHOWN = 30;

  private final Comparison comparison;
  private final List<String> lines = new ArrayList<>();

  Report(Comparison comparison) {
    this.comparison = comparison;
  }

  String markdown() {
    verdict();
    if (!comparison.isCompared()) {
      return String.join("\n", lines) + "\n";
    }
    nextVersion();
    specChanges();
    wire();
    apis();
    changelog();
    return String.join("\n", lines) + "\n";
  }

  private void verdict() {
    String since =
        comparison.released().isNone()
            ? "Since what was recorded before the first release"
            : "Since " + comparison.released();
    lines.add("# " + since + ": " + comparison.verdict());
    lines.add("");
    if (comparison.isBroken()) {
      lines.add("It cannot be released:");
      lines.add("");
      for (String failure : comparison.failures()) {
        lines.add("- " + failure.strip().replace("\n", "\n  "));
      }
      if (comparison.isCompared()) {
        lines.add("");
        lines.add(
            "What could be compared is "
                + comparison.effect()
                + (comparison.apis().isEmpty() ? "; the Java API could not be." : "."));
        lines.add("");
      }
    }
  }

  private void nextVersion() {
    String fits =
        comparison.fitsVersion()
            ? ", which fits."
            : ", which is too low: `mvn versions:set -DnewVersion="
                + comparison.nextVersion()
                + "-SNAPSHOT -DprocessAllModules -DgenerateBackupPoms=false -Pbenchmarks,consumers,fuzz`.";
    lines.add(
        "The next version is **"
            + comparison.nextVersion()
            + "** or higher; the POMs say "
            + comparison.version()
            + fits);
  }

  private void specChanges() {
    heading("The spec: " + comparison.specEffect());
    List<SpecChange> told =
        comparison.toldSpecChanges().stream().filter(c -> c.kind() != Kind.DOCUMENTED).toList();
    for (SpecChange change : told) {
      lines.add(
          "- "
              + change.kind().name().toLowerCase(Locale.ROOT)
              + " `"
              + change.place()
              + "`: "
              + change.what()
              + ("; " + change.effect() + " (`" + change.pointer() + "`)"));
    }
    int documented = comparison.toldSpecChanges().size() - told.size();
    if (documented > 0) {
      lines.add("- documented anew: " + documented);
    }
    if (comparison.toldSpecChanges().isEmpty()) {
      lines.add("Nothing changed.");
    }
  }

  private void wire() {
    heading("On the wire");
    int before = lines.size();
    for (SpecChange change : comparison.toldSpecChanges()) {
      if (!change.wire().startsWith("Nothing changes")) {
        lines.add("- `" + change.place() + "`: " + change.wire());
      }
    }
    if (lines.size() == before) {
      lines.add("Nothing changed.");
    }
  }

  private void apis() {
    List<String> unchanged = new ArrayList<>();
    comparison
        .apis()
        .forEach(
            (module, api) -> {
              if (api.isUnchanged()) {
                unchanged.add(module);
              } else {
                api(module, api);
              }
            });
    if (!unchanged.isEmpty()) {
      heading("The Java API of " + String.join(", ", unchanged) + ": compatible");
      lines.add("Nothing changed.");
    }
  }

  private void api(String module, ApiComparison api) {
    heading("The Java API of " + module + ": " + api.effect());
    api.breaks().forEach(found -> lines.add("- breaks " + found.text()));
    api.acceptedBreaks()
        .forEach((found, reason) -> lines.add("- accepts " + found.text() + ": " + reason));
    List<String> changed = new ArrayList<>();
    api.removed().forEach(line -> changed.add("- removed `" + line + "`"));
    api.added().forEach(line -> changed.add("- added `" + line + "`"));
    lines.addAll(changed.subList(0, Math.min(LINES_SHOWN, changed.size())));
    if (changed.size() > LINES_SHOWN) {
      lines.add("- and " + (changed.size() - LINES_SHOWN) + " more");
    }
  }

  private void changelog() {
    heading("For the changelog");
    List<String> changelog = Changelog.lines(comparison);
    if (changelog.isEmpty()) {
      lines.add("Nothing.");
      return;
    }
    lines.add("```markdown");
    lines.addAll(changelog);
    lines.add("```");
  }

  private void heading(String text) {
    lines.add("");
    lines.add("## " + text);
    lines.add("");
  }
}
