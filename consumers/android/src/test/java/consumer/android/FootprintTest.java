package consumer.android;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the client adds to an app. The limits are ten percent above what was measured. */
final class FootprintTest {
  private final Map<String, Long> measured = new LinkedHashMap<>();

  @Test
  void isWithinTheLimits() throws Exception {
    measureJars();
    measureDex();
    Properties limits = new Properties();
    try (InputStream file = Files.newInputStream(Path.of("footprint.properties"))) {
      limits.load(file);
    }
    StringBuilder table = new StringBuilder(row("", "measured", "limit"));
    boolean isWithin = limits.stringPropertyNames().equals(measured.keySet());
    for (Map.Entry<String, Long> entry : measured.entrySet()) {
      String limit = limits.getProperty(entry.getKey(), "none");
      table.append(row(entry.getKey(), String.format("%,d", entry.getValue()), limit));
      isWithin &= !limit.equals("none") && entry.getValue() <= Long.parseLong(limit);
    }
    System.out.print(table);
    Files.writeString(Place.SHRUNK.resolveSibling("footprint.txt"), table);
    assertTrue(isWithin, () -> "see footprint.properties\n" + table);
  }

  private void measureJars() throws IOException {
    long all = 0;
    for (Path jar : Place.libraries()) {
      String name = jar.getFileName().toString();
      long size = Files.size(jar);
      all += size;
      if (Place.isOurs(jar)) {
        measured.put(name.replaceAll("-[0-9].*", ".jar").replace("cortex-", ""), size);
      }
    }
    measured.put("all-jars", all);
  }

  private void measureDex() throws Exception {
    Dex dex = Shrunk.API_26.dex();
    measured.put("dex", (long) dex.size());
    measured.put("dex-classes", (long) dex.classCount());
    measured.put("dex-methods", (long) dex.methodCount());
  }

  private static String row(String name, String value, String limit) {
    return String.format("%-24s %12s %12s%n", name, value, limit);
  }
}
