package ai.withcortex.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An example in the Javadoc of a type, which a test has, too, so that it compiles and runs. */
final class JavadocExample {
  private JavadocExample() {}

  /** Fails unless the first example of a type stands in the source of a test. */
  static void assertIsIn(Class<?> test, String type) throws IOException {
    String source = squeezed("src/main/java/ai/withcortex/testing/" + type + ".java");
    int start = source.indexOf("{@code") + "{@code".length();
    String example = source.substring(start, source.indexOf("}</pre>", start));
    String here = squeezed("src/test/java/ai/withcortex/testing/" + test.getSimpleName() + ".java");
    assertTrue(here.contains(example), example);
  }

  /** A source without white space and without the asterisks before the lines of Javadoc. */
  private static String squeezed(String file) throws IOException {
    return Files.readString(Path.of(file)).replaceAll("(?m)^ +\\* ?", "").replaceAll("\\s", "");
  }
}
