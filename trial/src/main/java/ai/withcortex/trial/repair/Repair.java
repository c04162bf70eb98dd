package ai.withcortex.trial.repair;

import ai.withcortex.trial.workshop.Mappings;
import ai.withcortex.trial.workshop.Outcome;
import ai.withcortex.trial.workshop.Outcome.Kind;
import ai.withcortex.trial.workshop.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Does what the generator says about a document until the generator accepts it.
 *
 * @param document the document of the last run
 * @param outcome the outcome of the last run
 * @param runs the number of runs
 * @param faults the number of faults in the first run
 * @param unsolved the faults for which there is no remedy, or whose remedies changed nothing
 */
public record Repair(Path document, Outcome outcome, int runs, int faults, List<String> unsolved) {
  private static final List<Remedy> REMEDIES =
      Stream.of(NameRemedies.ALL, SchemaRemedies.ALL, OperationRemedies.ALL, PartRemedies.ALL)
          .flatMap(List::stream)
          .toList();

  /**
   * Inner places come before outer ones, and later elements of a list before earlier ones. What
   * gets a name is changed before, because it moves.
   */
  private static final Comparator<Fault> INSIDE_OUT =
      Comparator.<Fault>comparingInt(fault -> -fault.pointer().split("/", -1).length)
          .thenComparing(Repair::number)
          .thenComparing(Fault::pointer)
          .thenComparing(fault -> fault.text().contains(" under components/schemas and refer"));

  private static int number(Fault fault) {
    String last = fault.pointer().replaceFirst(".*/", "");
    return last.matches("\\d{1,9}") ? -Integer.parseInt(last) : 0;
  }

  /**
   * Runs a document, and repairs it as long as it is refused.
   *
   * @param folder where to write repaired documents
   * @param maxRuns how often to run it
   */
  public static Repair of(
      Workshop workshop, Path document, Mappings mappings, Path folder, int maxRuns)
      throws IOException, InterruptedException {
    Outcome outcome = workshop.generate(document, mappings);
    int faults = outcome.faults();
    if (outcome.kind() != Kind.REFUSED || maxRuns == 1) {
      return new Repair(document, outcome, 1, faults, List.of());
    }
    EditedDocument edited;
    try {
      edited = EditedDocument.read(document);
    } catch (RuntimeException e) {
      return new Repair(document, outcome, 1, faults, List.of(outcome.detail()));
    }
    String name = document.getFileName().toString().replaceFirst("\\.[^.]*$", ".json");
    Path file = Files.createDirectories(folder).resolve(name);
    List<String> unsolved = List.of();
    for (int run = 2; ; run++) {
      String before = edited.state();
      unsolved = repair(edited, outcome.detail());
      // The first time, writing the document in JSON puts names in quotes.
      boolean isSame = edited.state().equals(before);
      if (isSame && (run > 2 || !unsolved.isEmpty())) {
        return new Repair(document, outcome, run - 1, faults, unsolved);
      }
      edited.write(file);
      outcome = workshop.generate(file, edited.mappings());
      if (outcome.kind() != Kind.REFUSED || run == maxRuns) {
        return new Repair(file, outcome, run, faults, unsolved);
      }
    }
  }

  /** Does what a message says, and returns the faults for which there is no remedy. */
  static List<String> repair(EditedDocument document, String message) {
    List<Fault> faults = new ArrayList<>(Fault.in(message));
    faults.sort(INSIDE_OUT);
    TreeSet<String> unsolved = new TreeSet<>();
    for (Fault fault : faults) {
      if (!isRepaired(document, fault)) {
        unsolved.add(fault.pointer() + " " + fault.text());
      }
    }
    return List.copyOf(unsolved);
  }

  private static boolean isRepaired(EditedDocument document, Fault fault) {
    for (Remedy remedy : REMEDIES) {
      var message = remedy.fault().matcher(fault.text());
      if (message.matches()) {
        remedy.action().apply(Place.at(document, fault.pointer()), message);
        return true;
      }
    }
    return false;
  }

  /** Returns whether the generator accepted the document. */
  public boolean isAccepted() {
    return outcome.kind() == Kind.GENERATED;
  }
}
