package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Tables under src/test/resources: a row a line, bars and spaces between columns, # comments. */
final class TableFile {
  static Stream<String[]> rows(String resource, int columns) {
    try (InputStream file = TableFile.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> cells(resource, line, columns));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String resource, String line, int columns) {
    String[] cells = line.split("\\s*\\|\\s*", -1);
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          resource + ": " + cells.length + " instead of " + columns + " columns: " + line);
    }
    return Arrays.stream(cells).map(String::strip).toArray(String[]::new);
  }

  private TableFile() {}
}
