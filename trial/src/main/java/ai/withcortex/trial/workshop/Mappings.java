package ai.withcortex.trial.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names that are chosen for those that Java cannot have, as in the settings of the Maven plugin
 * with the same names.
 */
public record Mappings(
    Map<String, String> nameMappings,
    Map<String, String> modelNameMappings,
    Map<String, String> parameterNameMappings,
    Map<String, String> enumNameMappings) {

  /** Reads the mappings beside a document, which are in files such as nameMappings.properties. */
  public static Mappings beside(Path document) throws IOException {
    return new Mappings(
        read(document.resolveSibling("nameMappings.properties")),
        read(document.resolveSibling("modelNameMappings.properties")),
        read(document.resolveSibling("parameterNameMappings.properties")),
        read(document.resolveSibling("enumNameMappings.properties")));
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> mappings = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] names = line.split("=", 2);
        mappings.put(names[0], names[1]);
      }
    }
    return mappings;
  }
}
