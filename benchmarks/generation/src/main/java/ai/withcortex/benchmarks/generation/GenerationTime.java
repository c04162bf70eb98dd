package ai.withcortex.benchmarks.generation;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares how long it takes to generate and compile clients: ours and the stock {@code retrofit2}
 * with Gson.
 *
 * <p>There are two arguments. The first consists of specs or folders with specs, separated by
 * commas. The second is the number of rounds. In each round, both generators handle all specs, and
 * they take turns to be first. The JVM warms up during the first round.
 */
final class GenerationTime {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /**
   * Times in nanoseconds.
   *
   * @param cpu the time of all threads, which other programs affect less
   */
  private record Times(long generate, long compile, long cpu) {
    Times plus(Times other) {
      return new Times(generate + other.generate, compile + other.compile, cpu + other.cpu);
    }
  }

  private GenerationTime() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> documents = documents(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    for (int round = 1; round <= rounds; round++) {
      System.out.printf("%nRound %d of %d, in seconds:%n%n", round, rounds);
      print("spec", "ours: generate", "compile", "stock: generate", "compile", "ratio", "of CPU");
      print("---", "---", "---", "---", "---", "---", "---");
      Map<Generator, Times> sums = new EnumMap<>(Generator.class);
      for (int i = 0; i < documents.size(); i++) {
        Map<Generator, Times> times = measure(documents.get(i), (i + round) % 2 == 0);
        print(documents.get(i).getFileName().toString(), times);
        times.forEach((generator, time) -> sums.merge(generator, time, Times::plus));
      }
      print("all", sums);
    }
  }

  private static List<Path> documents(String paths) throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String path : paths.split(",", -1)) {
      try (Stream<Path> files = Files.walk(Path.of(path), 1)) {
        files.filter(Files::isRegularFile).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  private static Map<Generator, Times> measure(Path document, boolean stockFirst)
      throws IOException {
    Map<Generator, Times> times = new EnumMap<>(Generator.class);
    for (Generator generator :
        stockFirst
            ? List.of(Generator.STOCK, Generator.OURS)
            : List.of(Generator.OURS, Generator.STOCK)) {
      times.put(generator, measure(document, generator));
    }
    return times;
  }

  private static Times measure(Path document, Generator generator) throws IOException {
    Path folder = Files.createTempDirectory("generation");
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    generator.generate(document, folder);
    long generated = System.nanoTime();
    generator.compile(folder);
    long compiled = System.nanoTime();
    Times times =
        new Times(generated - start, compiled - generated, SYSTEM.getProcessCpuTime() - cpu);
    delete(folder);
    return times;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void print(String document, Map<Generator, Times> times) {
    Times ours = requireNonNull(times.get(Generator.OURS));
    Times stock = requireNonNull(times.get(Generator.STOCK));
    print(
        document,
        seconds(ours.generate),
        seconds(ours.compile),
        seconds(stock.generate),
        seconds(stock.compile),
        ratio(ours.generate + ours.compile, stock.generate + stock.compile),
        ratio(ours.cpu, stock.cpu));
  }

  private static String seconds(long nanoseconds) {
    return String.format(Locale.ROOT, "%.2f", nanoseconds / 1e9);
  }

  private static String ratio(long ours, long stock) {
    return String.format(Locale.ROOT, "%.2f", (double) ours / stock);
  }

  private static void print(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
