package ai.withcortex.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds OpenAPI documents. */
final class Documents {
  private Documents() {}

  /**
   * Returns the given files, and the documents in the given folders and in folders below them.
   *
   * @param paths files and folders, separated by commas
   */
  static List<Path> find(String paths) throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String path : paths.split(",", -1)) {
      Path start = Path.of(path.strip());
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            if (isDocument(file)) {
              documents.add(file);
            }
          }
        }
      } else if (Files.exists(start)) {
        documents.add(start);
      } else {
        throw new IllegalArgumentException(
            "'" + start + "' is neither a file nor a folder. Set -Ddocuments to one of these.");
      }
    }
    return documents;
  }

  /** Tells documents from other files beside them, such as examples. */
  private static boolean isDocument(Path file) throws IOException {
    if (!file.toString().matches(".*\\.(json|ya?ml)")) {
      return false;
    }
    // In UTF-16, every other byte is 0.
    String text = Files.readString(file, ISO_8859_1).replace("\0", "");
    return text.contains("openapi") || text.contains("swagger");
  }
}
