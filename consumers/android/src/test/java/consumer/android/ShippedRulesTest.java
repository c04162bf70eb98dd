package consumer.android;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class ShippedRulesTest {
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"LIBRARY_24", "WITHOUT_RULES"})
  void r8NeedsNoOtherRulesThanThoseInTheJars(Shrunk shrunk) throws Exception {
    assertEquals(List.of(), shrunk.errors());
  }

  @Test
  void oursIsOne() throws Exception {
    List<String> rules = new ArrayList<>();
    for (Path jar : Place.libraries()) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry file : Place.isOurs(jar) ? zip.stream().toList() : List.<ZipEntry>of()) {
          if (file.getName().endsWith(".pro")) {
            new String(zip.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(rules::add);
          }
        }
      }
    }
    assertEquals(List.of("-dontwarn org.immutables.value.**"), rules);
  }

  /** There is one rule, so this shows that each is needed. */
  @Test
  void r8StopsWithoutOurs() throws Exception {
    Stream<String> types =
        String.join("\n", Shrunk.WITHOUT_RULES.errors())
            .lines()
            .map(line -> line.replaceAll(" \\(referenced from.*", ""))
            .filter(line -> line.startsWith("Missing class "));
    assertEquals(
        List.of(
            "Missing class org.immutables.value.Value$Check",
            "Missing class org.immutables.value.Value$Default",
            "Missing class org.immutables.value.Value$Immutable",
            "Missing class org.immutables.value.Value$Redacted"),
        types.toList());
  }
}
