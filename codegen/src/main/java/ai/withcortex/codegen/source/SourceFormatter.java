package ai.withcortex.codegen.source;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Formats generated files like handwritten ones, and removes unused imports. */
public final class SourceFormatter {
  private final Formatter formatter = new Formatter();

  /**
   * @param completion what to do with the output of the templates first
   */
  public void format(Path file, UnaryOperator<String> completion) {
    try {
      String source = completion.apply(Files.readString(file));
      Files.writeString(file, formatter.formatSourceAndFixImports(source));
    } catch (FormatterException e) {
      throw new IllegalStateException("The templates produced invalid Java in " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalAccessError e) {
      throw new IllegalStateException(
          "Formatting needs javac internals: run this JVM with the flags in .mvn/jvm.config", e);
    }
  }
}
