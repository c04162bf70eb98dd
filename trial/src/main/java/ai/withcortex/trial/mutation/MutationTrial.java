package ai.withcortex.trial.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.trial.workshop.Mappings;
import ai.withcortex.trial.workshop.Outcome;
import ai.withcortex.trial.workshop.Outcome.Kind;
import ai.withcortex.trial.workshop.Workshop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Runs mutations of documents through the generator, small documents first, and compiles some of
 * the clients.
 *
 * <p>A failure is printed with its document and seed. To repeat it alone, pass this document, this
 * seed, and 1 as the number of mutations.
 */
public final class MutationTrial {
  private final Workshop workshop;
  private final Path folder;
  private final PrintStream out;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /**
   * Creates a trial.
   *
   * @param folder where mutants are written
   */
  public MutationTrial(Workshop workshop, Path folder, PrintStream out) {
    this.workshop = workshop;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Runs mutations, and returns whether none of them shows a failure.
   *
   * @param documents the documents that are changed
   * @param compiled how many clients are compiled
   * @param seed the seed of the first mutation; each mutation has the next one
   */
  public boolean run(List<Path> documents, int mutations, int compiled, long seed)
      throws IOException, InterruptedException {
    List<Path> all = new ArrayList<>();
    List<Path> accepted = new ArrayList<>();
    for (Path document : bySize(documents)) {
      if (Mutant.canChange(document)) {
        all.add(document);
        if (workshop.generate(document, Mappings.beside(document)).kind() == Kind.GENERATED) {
          accepted.add(document);
        }
      }
    }
    int failures = 0;
    for (int i = 0; i < mutations; i++) {
      // Every second mutation changes a document that is accepted, so that more of them are, too.
      List<Path> bases = i % 2 == 0 || accepted.isEmpty() ? all : accepted;
      // After half of the mutations, half of the documents take part.
      int choice = 1 + (int) ((long) i * bases.size() / mutations);
      Path base = bases.get(new SplittableRandom(~(seed + i)).nextInt(choice));
      Mutant mutant = Mutant.of(base, seed + i);
      boolean isCompiled = count(Kind.COMPILED) + count(Kind.NOT_COMPILED) < compiled;
      Outcome outcome = run(base, mutant, isCompiled);
      counts.merge(outcome.kind(), 1, Integer::sum);
      if (outcome.isFailure()) {
        failures++;
        report(base, seed + i, mutant, outcome);
      }
      if ((i + 1) % 1000 == 0) {
        out.println((i + 1) + " mutations: " + counts);
      }
    }
    counts.forEach((kind, count) -> out.println(count + " " + kind));
    return failures == 0;
  }

  private static List<Path> bySize(List<Path> documents) {
    return documents.stream()
        .sorted(Comparator.comparing(document -> document.toFile().length()))
        .toList();
  }

  private int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  private Outcome run(Path base, Mutant mutant, boolean isCompiled)
      throws IOException, InterruptedException {
    Path document = Files.createDirectories(folder).resolve("mutant.yaml");
    Files.writeString(document, mutant.text(), UTF_8);
    Mappings mappings = Mappings.beside(base);
    return isCompiled ? workshop.run(document, mappings) : workshop.generate(document, mappings);
  }

  private void report(Path base, long seed, Mutant mutant, Outcome outcome) throws IOException {
    Path saved = folder.resolve(seed + "-" + base.getFileName());
    Files.writeString(saved, mutant.text(), UTF_8);
    out.println("\n" + base + " with seed " + seed + ", saved as " + saved + ":");
    mutant.changes().forEach(change -> out.println("  " + change));
    out.println(outcome.kind() + ": " + outcome.detail());
    outcome.failures().forEach(out::println);
    out.println();
  }
}
