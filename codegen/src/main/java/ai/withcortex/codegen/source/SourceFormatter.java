package ai.withcortex.codegen.source;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Formats generated files like handwritten ones, and removes unused imports. */
public final class SourceFormatter {
  /** The width above which google-java-format splits a string literal. */
  private static final int MAX_WIDTH = 100;

  private final Formatter formatter = new Formatter();
  private final List<Path> files = new ArrayList<>();

  /** Adds a file to format. */
  public void add(Path file) {
    files.add(file);
  }

  /**
   * Formats the added files, all at once: formatting takes most of the time of a generator run.
   *
   * @param completion what to do with the output of the templates first
   */
  public void format(UnaryOperator<String> completion) {
    files.parallelStream().forEach(file -> format(file, completion));
    files.clear();
  }

  private void format(Path file, UnaryOperator<String> completion) {
    try {
      // Imports are handled first, because google-java-format would parse the file again for them.
      String source = Imports.sortUsed(completion.apply(Files.readString(file)));
      String formatted = formatter.formatSource(source);
      boolean isWide = formatted.lines().anyMatch(line -> line.length() > MAX_WIDTH);
      Files.writeString(file, isWide ? StringWrapper.wrap(formatted, formatter) : formatted);
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
