package ai.withcortex.trial;

import ai.withcortex.trial.mutation.MutationTrial;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs OpenAPI documents through the generator and the compiler, and prints a table.
 *
 * <p>The first argument consists of documents and folders with documents, separated by commas. If
 * {@code -Dmutations} is not 0, the program runs as many mutations of these documents instead, and
 * saves those that fail in the folder that is the second argument.
 *
 * <p>The program fails if the generator crashes, takes longer than a minute, or generates a client
 * that does not compile or fails a check. It does not fail if the generator refuses a document.
 */
public final class Trial {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Workshop workshop;
  private final PrintStream out;

  Trial(Workshop workshop, PrintStream out) {
    this.workshop = workshop;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    List<ClientCheck> checks = List.of();
    Workshop workshop = new Workshop(Generator.ours(), checks, LIMIT);
    List<Path> documents = Documents.find(arguments[0]);
    int mutations = Integer.getInteger("mutations", 0);
    boolean passed =
        mutations == 0
            ? new Trial(workshop, System.out).run(documents)
            : new MutationTrial(workshop, Path.of(arguments[1]), System.out)
                .run(documents, mutations, Integer.getInteger("compiled"), Long.getLong("seed"));
    // Steps that took too long may still run.
    System.exit(passed ? 0 : 1);
  }

  /** Runs documents, and returns whether none of them shows a failure. */
  boolean run(List<Path> documents) throws IOException, InterruptedException {
    Table table = new Table(out, workshop.checks().stream().map(ClientCheck::title).toList());
    List<String> failures = new ArrayList<>();
    for (Path document : documents) {
      long start = System.nanoTime();
      Outcome outcome = workshop.run(document, Mappings.beside(document));
      table.add(document.toString(), outcome, System.nanoTime() - start);
      if (outcome.isFailure()) {
        failures.add(document + " " + outcome.kind() + ": " + outcome.detail());
        failures.addAll(outcome.failures());
      }
    }
    int failed = table.printCounts();
    failures.forEach(failure -> out.println("\n" + failure));
    return failed == 0;
  }
}
