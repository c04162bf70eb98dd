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
    toAccept();
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
    if (!comparison.leftOut().isEmpty()) {
      lines.add("");
      comparison.leftOut().forEach(left -> lines.add("**Left out:** " + left));
    }
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
    Set<String> documented = new LinkedHashSet<>();
    for (SpecChange change : comparison.toldSpecChanges()) {
      if (change.kind() == Kind.DOCUMENTED) {
        documented.add("`" + change.place() + "`");
      }
    }
    if (!documented.isEmpty()) {
      lines.add("- documented anew: " + String.join(", ", documented));
    }
    if (comparison.toldSpecChanges().isEmpty()) {
      lines.add("Nothing changed.");
    }
  }

  private void wire() {
    heading("On the wire");
    int before = lines.size();
    for (SpecChange change : comparison.toldSpecChanges()) {
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
          (reason == null ? "- breaks: " : "- breaks on purpose: ")
              + told(found)
              + (reason == null ? "" : ": " + reason));
    }
    api.harmless()
        .forEach((found, reason) -> lines.add("- breaks nobody: " + told(found) + ": " + reason));
    List<String> changed = new ArrayList<>();
    api.removed().forEach(line -> changed.add("- removed `" + line + "`"));
    api.added().forEach(line -> changed.add("- added `" + line + "`"));
    lines.addAll(changed.subList(0, Math.min(LINES_SHOWN, changed.size())));
    if (changed.size() > LINES_SHOWN) {
      lines.add("- and " + (changed.size() - LINES_SHOWN) + " more");
    }
  }

  private static String told(ApiBreak found) {
    return found.text() + ", " + found.finding();
  }

  /** What makes a break one that is on purpose. */
  private void toAccept() {
    List<ApiBreak> breaks =
        comparison.apis().values().stream().flatMap(api -> api.unaccepted().stream()).toList();
    if (breaks.isEmpty()) {
      return;
    }
    heading("Not accepted yet");
    lines.add("CI passes when each break of the Java API has an entry with its reason under");
    lines.add("`accepted` in `regeneration/accepted-breaks.yaml`, such as:");
    lines.add("");
    for (ApiBreak found : breaks.subList(0, Math.min(LINES_SHOWN, breaks.size()))) {
      String member = found.member().isEmpty() ? "" : ", member: " + found.member();
      lines.add(
          "    - {change: "
              + found.change()
              + ", class: "
              + found.className()
              + member
              + ", reason: }");
    }
    if (breaks.size() > LINES_SHOWN) {
      lines.add("    # and " + (breaks.size() - LINES_SHOWN) + " more");
    }
  }

  private void changelog() {
    heading("For the changelog");
    List<String> changelog = Changelog.lines(comparison);
    if (changelog.isEmpty()) {
      lines.add("Nothing.");
      return;
    }
    String fence = fence(changelog);
    lines.add(fence + "markdown");
    lines.addAll(changelog);
    lines.add(fence);
  }

  /** Longer than any in the text, which therefore does not end it. */
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
