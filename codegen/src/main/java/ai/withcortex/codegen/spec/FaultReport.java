package ai.withcortex.codegen.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes the faults of a spec in the order of the file, and then counts them by kind. A remedy
 * that helps with several faults is printed only once, with the count.
 */
final class FaultReport {
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private FaultReport() {}

  /** A fault and its position in the file. */
  private record Located(Positions.Position position, SpecException fault) {}

  /** Faults that differ only in the names in their messages. */
  private static final class Kind {
    final Set<String> remedies = new HashSet<>();
    int count;

    /** The number by which the faults refer to their common remedy; 0 if each has its own. */
    int number;

    boolean isShared() {
      return count > 1 && remedies.size() == 1;
    }
  }

  static String of(String file, Positions positions, List<SpecException> faults) {
    List<Located> located = new ArrayList<>();
    for (SpecException fault : faults) {
      located.add(new Located(positions.of(fault.place()), fault));
    }
    located.sort(
        Comparator.comparing(Located::position).thenComparing(l -> l.fault.place().pointer()));
    return located.size() == 1
        ? file + ":" + located.get(0).position + ": " + located.get(0).fault.getMessage()
        : new FaultReport().describe(file, located);
  }

  private String describe(String file, List<Located> faults) {
    for (Located located : faults) {
      Kind kind = kinds.computeIfAbsent(kind(located.fault), k -> new Kind());
      kind.count++;
      kind.remedies.add(located.fault.remedy());
    }
    int shared = 0;
    for (Kind kind : kinds.values()) {
      if (kind.isShared()) {
        kind.number = ++shared;
      }
    }
    StringBuilder report = new StringBuilder();
    report.append(file).append(" has ").append(faults.size()).append(" faults");
    report.append(" (line:column, location, fault). Nothing was generated.");
    report.append(shared == 0 ? "\n" : " Remedies with a number are at the end.\n");
    faults.forEach(fault -> appendFault(report, fault));
    report.append('\n').append(faults.size()).append(" faults by kind:");
    kinds.entrySet().stream()
        .sorted(Comparator.comparing(kind -> -kind.getValue().count))
        .forEach(kind -> appendKind(report, kind.getKey(), kind.getValue()));
    return report.toString();
  }

  private void appendFault(StringBuilder report, Located located) {
    SpecException fault = located.fault;
    Kind kind = requireNonNull(kinds.get(kind(fault)));
    report.append("  ").append(located.position).append(' ');
    report.append(fault.place().pointer()).append(' ').append(fault.found()).append(". ");
    report.append(kind.isShared() ? "[" + kind.number + "]" : fault.remedy()).append('\n');
  }

  private static void appendKind(StringBuilder report, String name, Kind kind) {
    report.append("\n  ").append(kind.count).append(" x ").append(name).append('.');
    if (kind.isShared()) {
      report.append(" [").append(kind.number).append("] ").append(kind.remedies.iterator().next());
    }
  }

  /** Returns what was found, without names. */
  private static String kind(SpecException fault) {
    return fault
        .found()
        .replaceAll("'[^']*'", "'…'")
        .replaceAll("\\[[^]]*]", "[…]")
        .replaceAll("needs the (\\w+) [^ ,]+", "needs the $1 …")
        .replaceAll("#/[^ ,]*", "#/…")
        .replaceAll("^is .*? instead of", "is … instead of")
        .replaceAll(" as \\S+$", " as …");
  }
}
