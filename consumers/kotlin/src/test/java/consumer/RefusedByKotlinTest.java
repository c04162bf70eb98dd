package consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kotlin knows of the whole API what may be null.
 *
 * <p>Each file has one line that the compiler must refuse, and what to write instead, with which
 * the file compiles without a warning.
 */
final class RefusedByKotlinTest {
  private static final Pattern REFUSED =
      Pattern.compile("// refused: (.*)\n// instead: (.*)\n(.*)\n");
  private static final Pattern MESSAGE =
      Pattern.compile("(?:.*Case\\.kt:(\\d+):\\d+: )?(?:error|warning): (.*)");

  @TempDir private Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/refused"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesOneLine(Path file) throws IOException {
    String source = Files.readString(file);
    Matcher refused = REFUSED.matcher(source);
    assertEquals(1, refused.results().count());
    refused.reset().find();
    long line = source.substring(0, refused.start(3)).lines().count() + 1;
    assertEquals(
        new Outcome(ExitCode.COMPILATION_ERROR, List.of(line + ": " + refused.group(1))),
        compile(source));

    String fixed = source.replace(refused.group(3), refused.group(2));
    assertEquals(new Outcome(ExitCode.OK, List.of()), compile(fixed));
  }

  private Outcome compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("Case.kt"), source);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ExitCode code =
        new K2JVMCompiler()
            .exec(
                new PrintStream(output, true, UTF_8),
                "-Werror",
                "-Xjspecify-annotations=strict",
                "-Xrender-internal-diagnostic-names",
                "-no-stdlib",
                "-no-reflect",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    List<String> messages =
        output
            .toString(UTF_8)
            .lines()
            .map(MESSAGE::matcher)
            .filter(Matcher::matches)
            .map(message -> message.group(1) + ": " + message.group(2))
            .toList();
    return new Outcome(code, messages);
  }

  /** What the compiler says in the end, and each error and warning with its line. */
  private record Outcome(ExitCode code, List<String> messages) {}
}
