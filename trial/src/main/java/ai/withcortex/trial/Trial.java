package ai.withcortex.trial;

import ai.withcortex.trial.call.Calls;
import ai.withcortex.trial.mutation.MutationTrial;
import ai.withcortex.trial.repair.Repair;
import ai.withcortex.trial.roundtrip.RoundTrips;
import ai.withcortex.trial.workshop.ClientCheck;
import ai.withcortex.trial.workshop.Generator;
import ai.withcortex.trial.workshop.Mappings;
import ai.withcortex.trial.workshop.Outcome;
import ai.withcortex.trial.workshop.Workshop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs OpenAPI documents through the generator and the compiler, uses the clients, and prints a
 * table. If the generator refuses a document, does what its message says, and runs it again.
 *
 * <p>The first argument consists of documents and folders with documents, separated by commas. If
 * {@code -Dmutations} is not 0, the program runs as many mutations of these documents instead. It
 * saves repaired documents, and mutations that fail, in the folder that is the second argument.
 *
 * <p>The program fails if the generator crashes, takes longer than a limit, or generates a client
 * that does not compile or fails a check. It does not fail if the generator refuses a document.
 */
public final class Trial {
  private final Workshop workshop;
  private final PrintStream out;
  private final Path folder;
  private final int runs;

  /**
   * @param folder where to save repaired documents
   * @param runs how often to run a document that is refused
   */
  Trial(Workshop workshop, PrintStream out, Path folder, int runs) {
    this.workshop = workshop;
    this.out = out;
    this.folder = folder;
    this.runs = runs;
  }

  public static void main(String[] arguments) throws Exception {
    List<ClientCheck> checks = List.of(new RoundTrips(), new Calls());
    Duration limit = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    Workshop workshop = new Workshop(Generator.ours(), checks, limit);
    List<Path> documents = Documents.find(arguments[0]);
    Path folder = Path.of(arguments[1]);
    int mutations = Integer.getInteger("mutations", 0);
    boolean passed =
        mutations == 0
            ? new Trial(workshop, System.out, folder, Integer.getInteger("runs", 1)).run(documents)
            : new MutationTrial(workshop, folder, System.out)
                .run(documents, mutations, Integer.getInteger("compiled"), Long.getLong("seed"));
    // Steps that took too long may still run.
    System.exit(passed ? 0 : 1);
  }

  /** Runs documents, and returns whether none of them shows a failure. */
  boolean run(List<Path> documents) throws IOException, InterruptedException {
    Table table = new Table(out, workshop.checks().stream().map(ClientCheck::title).toList());
    List<String> notes = new ArrayList<>();
    for (Path document : documents) {
      long start = System.nanoTime();
      Repair repair = Repair.of(workshop, document, Mappings.beside(document), folder, runs);
      Outcome outcome =
          repair.isAccepted()
              ? workshop.compile(repair.document(), repair.outcome().sources())
              : repair.outcome();
      table.add(document.toString(), repair, outcome, System.nanoTime() - start);
      boolean isStuck = runs > 1 && outcome.kind() == Outcome.Kind.REFUSED;
      if (outcome.isFailure() || isStuck) {
        notes.add(repair.document() + " " + outcome.kind() + ": " + outcome.detail());
        notes.addAll(outcome.failures());
      }
    }
    int failed = table.printCounts();
    notes.forEach(note -> out.println("\n" + note));
    return failed == 0;
  }
}
