package consumer.android;

import static org.junit.jupiter.api.Assertions.assertEquals;

import consumer.android.Dex.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Holds what DEX files for Android 7 refer to against what is there. */
final class ApiLevelTest {
  /** All that the app ends up with, so nothing of the libraries that it needs is left out. */
  @Test
  void theAppNeedsNothingThatIsNotThere() throws Exception {
    assertNothingIsMissing(Shrunk.API_24.dex(), reference -> false, "guarded-app.txt");
  }

  /** What the app does not call is not in the file above. */
  @Test
  void theClientNeedsNothingThatIsNotThere() throws Exception {
    Set<String> libraries = new HashSet<>();
    for (Path library : Place.libraries()) {
      try (ZipFile jar = new ZipFile(library.toFile())) {
        jar.stream().forEach(file -> libraries.add(file.getName()));
      }
    }
    assertNothingIsMissing(
        Shrunk.CLIENT_24.dex(),
        reference -> libraries.contains(reference.type() + ".class"),
        "guarded-client.txt");
  }

  private static void assertNothingIsMissing(Dex dex, Predicate<Reference> isElsewhere, String file)
      throws Exception {
    Dex desugared = Shrunk.LIBRARY_24.dex();
    ApiLevel level = ApiLevel.read("24");
    Predicate<Reference> isThere = isElsewhere.or(level::has).or(desugared::defines);
    List<String> guards = guards(file);
    Set<String> unused = new HashSet<>(guards);
    List<List<Reference>> missing = new ArrayList<>();
    for (List<Reference> reference : dex.foreignReferences()) {
      if (reference.stream().anyMatch(isThere)) {
        continue;
      }
      List<String> met = guards.stream().filter(guard -> isGuarded(reference, guard)).toList();
      unused.removeAll(met);
      if (met.isEmpty()) {
        missing.add(reference);
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(Set.of(), unused, "lines of " + file + " that are not needed");
  }

  private static boolean isGuarded(List<Reference> reference, String guard) {
    boolean isBeginning = guard.endsWith("*");
    String text = isBeginning ? guard.substring(0, guard.length() - 1) : guard;
    return reference.stream()
        .map(Reference::toString)
        .anyMatch(any -> isBeginning ? any.startsWith(text) : any.equals(text));
  }

  private static List<String> guards(String file) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
