package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.ApiBreak;
import ai.withcortex.regeneration.api.ApiComparison;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a comparison as Markdown that also reads well as plain text. */
final class ReleaseReport {
  /**
   * The maximum number of lines for the Java API of a module. The diff of the signature files at a
   * release shows all lines.
   */
  private static final int LINES_SHOWN = 30;

  private final ReleaseComparison comparison;
  private final List<String> lines = new ArrayList<>();

  ReleaseReport(ReleaseComparison comparison) {
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
    toAccept();
    changelog();
    return String.join("\n", lines) + "\n";
  }

  private void verdict() {
    String since =
        comparison.released().isNone()
            ? "Since the state recorded before the first release"
            : "Since " + comparison.released();
    lines.add("# " + since + ": " + comparison.verdict());
    lines.add("");
    if (comparison.isBroken()) {
      lines.add("This state cannot be released:");
      lines.add("");
      for (String failure : comparison.failures()) {
        lines.add("- " + failure.strip().replace("\n", "\n  "));
      }
      if (comparison.isCompared()) {
        lines.add("");
        lines.add(
            "Result of the comparison so far: "
                + comparison.effect()
                + (comparison.apis().isEmpty() ? ". The Java API was not compared." : "."));
        lines.add("");
      }
    }
  }

  private void nextVersion() {
    String fits =
        comparison.fitsVersion()
            ? ", which is high enough."
            : ", which is too low: `mvn versions:set -DnewVersion="
                + comparison.nextVersion()
                + "-SNAPSHOT -DprocessAllModules -DgenerateBackupPoms=false -Pall`.";
    lines.add(
        "The next version must be **"
            + comparison.nextVersion()
            + "** or higher; the POMs have "
            + comparison.version()
            + fits);
    if (!comparison.leftOut().isEmpty()) {
      lines.add("");
      comparison.leftOut().forEach(left -> lines.add("**Skipped:** " + left));
    }
  }

  private void specChanges() {
    heading("The spec: " + comparison.specEffect());
    List<SpecChange> told =
        comparison.specChangesOrNone().stream().filter(c -> c.kind() != Kind.DOCUMENTED).toList();
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
    Set<String> documented = new LinkedHashSet<>();
    for (SpecChange change : comparison.specChangesOrNone()) {
      if (change.kind() == Kind.DOCUMENTED) {
        documented.add("`" + change.place() + "`");
      }
    }
    if (!documented.isEmpty()) {
      lines.add("- new documentation: " + String.join(", ", documented));
    }
    if (comparison.specChangesOrNone().isEmpty()) {
      lines.add("Nothing changed.");
    }
  }

  private void wire() {
    heading("On the wire");
    int before = lines.size();
    for (SpecChange change : comparison.specChangesOrNone()) {
      if (!change.wire().equals(SpecChange.NOTHING)) {
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
    for (ApiBreak found : api.breaks()) {
      String reason = api.accepted().get(found);
      lines.add(
          (reason == null ? "- breaking: " : "- breaking on purpose: ")
              + told(found)
              + (reason == null ? "" : ": " + reason));
    }
    api.harmless()
        .forEach((found, reason) -> lines.add("- harmless: " + told(found) + ": " + reason));
    List<String> changed = new ArrayList<>();
    api.removed().forEach(line -> changed.add("- removed `" + line + "`"));
    api.added().forEach(line -> changed.add("- added `" + line + "`"));
    lines.addAll(changed.subList(0, Math.min(LINES_SHOWN, changed.size())));
    if (changed.size() > LINES_SHOWN) {
      lines.add("- and " + (changed.size() - LINES_SHOWN) + " more");
    }
  }

  private static String told(ApiBreak found) {
    return found.text() + " [" + found.finding() + "]";
  }

  /** Adds the entries that would accept the breaks. */
  private void toAccept() {
    List<String> entries =
        comparison.apis().values().stream()
            .flatMap(api -> api.unaccepted().stream())
            .map(ReleaseReport::entry)
            .distinct()
            .toList();
    if (entries.isEmpty()) {
      return;
    }
    heading("Not accepted yet");
    lines.add("CI requires an entry for each break in the Java API under `accepted` in");
    lines.add("`regeneration/accepted-breaks.yaml`. Complete these entries with a reason:");
    lines.add("");
    lines.addAll(entries.subList(0, Math.min(LINES_SHOWN, entries.size())));
    if (entries.size() > LINES_SHOWN) {
      lines.add("    # and " + (entries.size() - LINES_SHOWN) + " more");
    }
  }

  private static String entry(ApiBreak found) {
    String member = found.member().isEmpty() ? "" : ", member: " + found.member();
    return "    - {change: %s, class: %s%s, reason: }"
        .formatted(found.change(), found.className(), member);
  }

  private void changelog() {
    heading("For the changelog");
    List<String> changelog = Changelog.lines(comparison);
    if (changelog.isEmpty()) {
      lines.add("No entries.");
      return;
    }
    String fence = fence(changelog);
    lines.add(fence + "markdown");
    lines.addAll(changelog);
    lines.add(fence);
  }

  /** Returns a fence that is longer than any fence in the text. */
  private static String fence(List<String> text) {
    String fence = "```";
    while (String.join("\n", text).contains(fence)) {
      fence += "`";
    }
    return fence;
  }

  private void heading(String text) {
    lines.add("");
    lines.add("## " + text);
    lines.add("");
  }
}
