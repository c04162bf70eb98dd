package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables under src/test/resources/json: a row a line, columns separated by tabs, # comments. */
public final class DataFile {
  private static final Pattern CHARACTER = Pattern.compile("<U\\+([0-9A-F]{4})>");

  private DataFile() {}

  public static Stream<Arguments> rows(String name, int columns) throws IOException {
    try (InputStream file = DataFile.class.getResourceAsStream("/json/" + name)) {
      String text = new String(file.readAllBytes(), UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> Arguments.of((Object[]) columns(line, columns)));
    }
  }

  private static String[] columns(String line, int columns) {
    String[] row = new String[columns];
    String[] cells = line.split("\t", -1);
    for (int i = 0; i < columns; i++) {
      row[i] = i < cells.length ? withCharacters(cells[i]) : "";
    }
    return row;
  }

  private static String withCharacters(String cell) {
    return CHARACTER
        .matcher(cell)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }
}
