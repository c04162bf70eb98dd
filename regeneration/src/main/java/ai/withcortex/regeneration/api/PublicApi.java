package ai.withcortex.regeneration.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What other packages can use of a module, sorted by name.
 *
 * <p>A signature file has a line for each class and, below and indented by two spaces, one for each
 * of its members, written as in Java source with full names.
 */
public record PublicApi(List<ApiClass> classes) {
  /**
   * Reads the class files below a folder.
   *
   * @throws IOException if there are none, or they cannot be read
   */
  public static PublicApi ofClasses(Path folder) throws IOException {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".class")).sorted().toList()) {
        files.add(Files.readAllBytes(path));
      }
    }
    if (files.isEmpty()) {
      throw new IOException("No class file is below " + folder + ". Build the module first.");
    }
    return new ClassFiles(files).api();
  }

  /** Reads a signature file. */
  public static PublicApi ofText(String text) {
    return new SignatureFile(text).api();
  }

  /** As a signature file. */
  public String text() {
    return classes.stream()
        .map(
            c ->
                c.text()
                    + "\n"
                    + c.members().stream().map(m -> "  " + m.text() + "\n").collect(joining()))
        .collect(joining("\n"));
  }

  Map<String, ApiClass> byName() {
    Map<String, ApiClass> byName = new TreeMap<>();
    classes.forEach(c -> byName.put(c.name(), c));
    return byName;
  }
}
