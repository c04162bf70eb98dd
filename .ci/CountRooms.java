import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Counts the top-level types of each handwritten package, and finds circles: packages that need each other, and files of one
 * package that need each other. Usage: CountRooms.java CIRCLES MODULE..., where each module is built, and CIRCLES is a file
 * with the circles of files that stay: a line each, {@code package: File File: reason}.
 */
final class CountRooms {
  private static final int MOST_TYPES = 25;
  private static final int MOST_IN_ROOT = 20;
  private static final int MOST_CIRCLES = 5;
  private static final String ROOT = "ai.withcortex.core";

  /** The number of handwritten files by package. */
  private final Map<String, Integer> types = new TreeMap<>();

  /** The handwritten top-level types. */
  private final Set<String> files = new TreeSet<>();

  /** What each file needs of the other files. */
  private final Map<String, Set<String>> needs = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    CountRooms rooms = new CountRooms();
    List<Path> modules = Stream.of(arguments).skip(1).map(Path::of).toList();
    for (Path module : modules) {
      rooms.count(module.resolve("src/main/java"));
    }
    for (Path module : modules) {
      rooms.follow(module.resolve("target/classes"));
    }
    List<String> faults = new ArrayList<>();
    rooms.checkSizes(faults);
    rooms.checkPackages(faults);
    rooms.checkFiles(Files.readAllLines(Path.of(arguments[0])), faults);
    faults.forEach(fault -> System.err.println("count-rooms: " + fault));
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private void count(Path sources) throws IOException {
    try (Stream<Path> walked = Files.walk(sources)) {
      for (Path file : (Iterable<Path>) walked::iterator) {
        String name = sources.relativize(file).toString().replace('/', '.');
        if (name.endsWith(".java") && !name.endsWith("-info.java")) {
          String type = name.substring(0, name.length() - ".java".length());
          files.add(type);
          types.merge(packageOf(type), 1, Integer::sum);
        }
      }
    }
  }

  /** Reads which handwritten file needs which other from class files. */
  private void follow(Path classes) {
    StringWriter printed = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(printed),
                new PrintWriter(System.err),
                "-v", "--multi-release", "base", "-filter:none", "--ignore-missing-deps", classes.toString());
    if (status != 0) {
      throw new IllegalStateException("jdeps failed on " + classes + "; build it first");
    }
    printed.toString().lines().map(line -> line.trim().split(" +")).filter(words -> words.length > 2).forEach(
        words -> {
          String from = fileOf(words[0]);
          String to = fileOf(words[2]);
          if (!from.equals(to) && files.contains(from) && files.contains(to)) {
            needs.computeIfAbsent(from, file -> new TreeSet<>()).add(to);
          }
        });
  }

  private void checkSizes(List<String> faults) {
    types.forEach(
        (name, count) -> {
          System.out.printf("%-40s %3d%n", name, count);
          int most = name.equals(ROOT) ? MOST_IN_ROOT : MOST_TYPES;
          if (count > most) {
            faults.add(name + " has " + count + " types, at most " + most);
          }
        });
  }

  private void checkPackages(List<String> faults) {
    Map<String, Set<String>> rooms = new TreeMap<>();
    needs.forEach(
        (from, all) -> {
          for (String to : all) {
            if (!packageOf(from).equals(packageOf(to))) {
              rooms.computeIfAbsent(packageOf(from), name -> new TreeSet<>()).add(packageOf(to));
            }
          }
        });
    for (Collection<String> circle : circles(rooms)) {
      faults.add("packages need each other: " + circle);
      needs.forEach(
          (from, all) ->
              all.stream()
                  .filter(to -> !packageOf(from).equals(packageOf(to)))
                  .filter(to -> circle.contains(packageOf(from)) && circle.contains(packageOf(to)))
                  .forEach(to -> System.out.println("  " + from + " needs " + to)));
    }
  }

  private void checkFiles(List<String> lines, List<String> faults) {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(": ", 3);
      reasons.put(parts[0] + ": " + parts[1], parts[2]);
    }
    Map<String, Set<String>> within = new TreeMap<>();
    needs.forEach(
        (from, all) -> {
          Set<String> near = new TreeSet<>(all);
          near.removeIf(to -> !packageOf(from).equals(packageOf(to)));
          within.put(from, near);
        });
    List<Set<String>> circles = circles(within);
    for (Set<String> circle : circles) {
      UnaryOperator<String> simple = file -> file.substring(file.lastIndexOf('.') + 1);
      String shown =
          packageOf(circle.iterator().next()) + ": " + String.join(" ", circle.stream().map(simple).toList());
      String reason = reasons.remove(shown);
      System.out.println("circle in " + shown + (reason == null ? "" : ": " + reason));
      if (reason == null) {
        faults.add("files need each other, without a reason why they stay: " + shown);
      }
    }
    if (circles.size() > MOST_CIRCLES) {
      faults.add(circles.size() + " circles of files, at most " + MOST_CIRCLES);
    }
    reasons.keySet().forEach(gone -> faults.add("no such circle any more: " + gone));
  }

  /** Returns the strongly connected parts with more than one member, by Tarjan's algorithm. */
  private static List<Set<String>> circles(Map<String, Set<String>> graph) {
    List<Set<String>> circles = new ArrayList<>();
    Search search = new Search(graph, circles);
    graph.keySet().stream().filter(node -> !search.index.containsKey(node)).forEach(search::visit);
    return circles;
  }

  private static final class Search {
    final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Set<String>> graph;
    private final List<Set<String>> circles;

    Search(Map<String, Set<String>> graph, List<Set<String>> circles) {
      this.graph = graph;
      this.circles = circles;
    }

    void visit(String node) {
      index.put(node, index.size());
      low.put(node, index.get(node));
      open.push(node);
      for (String next : graph.getOrDefault(node, Set.of())) {
        if (!index.containsKey(next)) {
          visit(next);
          low.merge(node, low.get(next), Math::min);
        } else if (open.contains(next)) {
          low.merge(node, index.get(next), Math::min);
        }
      }
      if (low.get(node).equals(index.get(node))) {
        Set<String> circle = new TreeSet<>();
        do {
          circle.add(open.peek());
        } while (!open.pop().equals(node));
        if (circle.size() > 1) {
          circles.add(circle);
        }
      }
    }
  }

  private static String fileOf(String type) {
    int nested = type.indexOf('$');
    return nested < 0 ? type : type.substring(0, nested);
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.'));
  }
}
