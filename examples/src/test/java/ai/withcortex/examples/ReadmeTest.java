package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every piece of Java in the README stands in an example, so it is compiled and run. */
final class ReadmeTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void quotesExamples() throws IOException {
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("../README.md")))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    String examples = withoutSpace(examples());
    assertFalse(snippets.isEmpty());
    for (String snippet : snippets) {
      assertTrue(examples.contains(withoutSpace(snippet)), snippet);
    }
  }

  private static String examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ReadmeTest::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
