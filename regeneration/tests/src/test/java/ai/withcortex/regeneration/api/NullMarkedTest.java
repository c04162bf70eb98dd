package ai.withcortex.regeneration.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * All public packages are under JSpecify's @NullMarked, without exceptions or other annotations.
 */
final class NullMarkedTest {
  private static final String NULL_MARKED = "Lorg/jspecify/annotations/NullMarked;";
  private static final Pattern NULLNESS = Pattern.compile("L[\\w/]+/\\w*(?:Null|null)\\w*;");

  @ParameterizedTest
  @ValueSource(strings = {"client-core", "client-generated", "client-extensions", "client-testing"})
  void saysOfAllThatIsPublicWhetherItMayBeNull(String module) throws IOException {
    Path classes = Path.of("../..", module, "target", "classes");
    Set<String> packages =
        ClassFiles.read(classes).classes().stream()
            .map(c -> c.name().substring(0, c.name().lastIndexOf('.')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(packages.isEmpty());

    Set<String> marked = new TreeSet<>();
    Set<String> annotations = new TreeSet<>();
    for (Path file : classFiles(classes)) {
      byte[] bytes = Files.readAllBytes(file);
      if (file.endsWith("package-info.class") && isNullMarked(bytes)) {
        marked.add(classes.relativize(file.getParent()).toString().replace('/', '.'));
      }
      NULLNESS
          .matcher(new String(bytes, ISO_8859_1))
          .results()
          .map(MatchResult::group)
          .filter(name -> !name.startsWith("Lai/withcortex/"))
          .forEach(annotations::add);
    }
    assertEquals(packages, marked);
    assertEquals(Set.of(NULL_MARKED, "Lorg/jspecify/annotations/Nullable;"), annotations);
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** Reads class files in the same way as Kotlin and other tools. */
  private static boolean isNullMarked(byte[] packageInfo) {
    ClassNode node = new ClassNode();
    new ClassReader(packageInfo).accept(node, 0);
    return node.visibleAnnotations != null
        && node.visibleAnnotations.stream().anyMatch(a -> a.desc.equals(NULL_MARKED));
  }
}
