package ai.withcortex.trial.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A document with one to three random changes.
 *
 * @param text the changed document
 * @param changes descriptions of the changes
 */
record Mutant(String text, List<String> changes) {
  private static final int MOST_CHANGES = 3;

  /** Returns the document that the given one becomes with a seed, always the same. */
  static Mutant of(Path base, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Tree tree = Tree.read(text(base));
    List<String> changes = new ArrayList<>();
    for (int left = random.nextInt(MOST_CHANGES); left >= 0; left--) {
      changes.add(TreeChanges.change(tree, random));
    }
    String text = tree.toString();
    if (random.nextInt(20) == 0) {
      text = changeText(text, random, changes);
    }
    return new Mutant(text, changes);
  }

  /** Returns whether a file is YAML. Others cannot be changed. */
  static boolean canChange(Path base) throws IOException {
    try {
      Tree.read(text(base));
      return true;
    } catch (YAMLException e) {
      return false;
    }
  }

  private static String text(Path base) throws IOException {
    return new String(Files.readAllBytes(base), UTF_8);
  }

  private static String changeText(String text, SplittableRandom random, List<String> changes) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    String at = " line " + (line + 1);
    switch (random.nextInt(5)) {
      case 0 -> {
        changes.add("remove" + at);
        lines.remove(line);
      }
      case 1 -> {
        changes.add("repeat" + at);
        lines.add(line, lines.get(line));
      }
      case 2 -> {
        changes.add("indent" + at);
        lines.set(line, "  " + lines.get(line));
      }
      case 3 -> {
        changes.add("end the file before" + at);
        lines.subList(line, lines.size()).clear();
      }
      default -> {
        changes.add("start the file with a byte order mark");
        lines.set(0, "\ufeff" + lines.get(0));
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
