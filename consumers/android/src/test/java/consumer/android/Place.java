package consumer.android;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the POM has put what the tests need. */
final class Place {
  static final Path APP = of("app.dir");
  static final Path APP_JAR = of("app.jar");
  static final Path CONSUMERS = of("consumers.dir");
  static final Path SHRUNK = of("shrunk.dir");
  static final Path TOOLS = of("tools.dir");

  private static Path of(String property) {
    return Path.of(System.getProperty(property));
  }

  /** The client and all that it needs. */
  static List<Path> libraries() {
    try (Stream<Path> jars = Files.list(APP)) {
      return jars.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of an API level: {@code 24}, {@code 24-desugared} or {@code 26}. */
  static Path signature(String level) {
    return TOOLS.resolve("api-" + level + ".signature");
  }

  /** What the class was read from. */
  static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Whether it is a jar of the client. */
  static boolean isOurs(Path library) {
    return library.getFileName().toString().startsWith("cortex-");
  }

  /** What every consumer has to print. */
  static List<String> expectedListing() throws IOException {
    return Files.readAllLines(CONSUMERS.resolve("expected.txt"));
  }

  private Place() {}
}
