package ai.withcortex.client;

import ai.withcortex.model.Run;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.SpecTypes;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The JSON texts under {@code spec/examples}, and an adapter for those that are pages of runs. */
public final class SpecExamples {
  private static final Path FOLDER = Path.of("../spec/examples");

  /** The files that are errors. */
  public static final List<String> ERRORS = names(name -> name.startsWith("error-"));

  /** The other files, which are pages of runs. */
  public static final List<String> PAGES = names(name -> !name.startsWith("error-"));

  /** The files in folders, each named after the schema of its values. */
  public static final List<String> VALUES = values();

  private SpecExamples() {}

  /** The text of a file. */
  public static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  /** The adapter of a page of runs. */
  public static JsonAdapter<List<Run>> pageAdapter(Moshi moshi) {
    return moshi.adapter(Types.newParameterizedType(List.class, Run.class));
  }

  /** Where two pages of runs differ in what they mean by the spec; empty if they do not. */
  static List<String> differences(String expected, String actual) {
    return JsonDifferences.of(
        SpecTypes.page(), JsonTreeReader.read(expected), JsonTreeReader.read(actual));
  }

  private static List<String> names(Predicate<String> filter) {
    return files().stream().filter(name -> !name.contains("/")).filter(filter).toList();
  }

  private static List<String> values() {
    return files().stream().filter(name -> name.contains("/")).toList();
  }

  private static List<String> files() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
