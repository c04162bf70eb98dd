package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every public type of what is published has Javadoc, and none merely repeats a name. */
@Tag("spec")
@Tag("okhttp-agnostic")
final class DocumentedTypesTest {
  private static final List<Path> SOURCES =
      List.of(
          Path.of("../client-core/src/main/java"),
          Path.of("../client-generated/target/generated-sources/openapi/src/main/java"),
          Path.of("../client-extensions/src/main/java"),
          Path.of("../client-testing/src/main/java"));

  /** Words that say nothing beside a name. */
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "a",
          "an",
          "and",
          "class",
          "describes",
          "for",
          "get",
          "gets",
          "interface",
          "is",
          "it",
          "its",
          "link",
          "of",
          "represents",
          "return",
          "returns",
          "set",
          "sets",
          "that",
          "the",
          "this",
          "to",
          "type",
          "value");

  private static final List<String> undocumented = new ArrayList<>();
  private static final List<String> repeating = new ArrayList<>();
  private static int types;

  @BeforeAll
  static void readSources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = new ArrayList<>();
      for (Path root : SOURCES) {
        try (Stream<Path> tree = Files.walk(root)) {
          tree.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(docs).scan(unit, null);
      }
    }
  }

  @Test
  void hasJavadocOnEveryPublicType() {
    assertTrue(types > 100, () -> types + " types");
    assertEquals(List.of(), undocumented, "public types without Javadoc");
  }

  @Test
  void saysMoreThanTheName() {
    assertEquals(List.of(), repeating, "Javadoc that only repeats the name");
  }

  @Test
  void knowsWhatRepeatsAName() {
    assertTrue(repeats("Returns the total count.", "totalCount"));
    assertTrue(repeats("A run query.", "RunQuery"));
    assertTrue(repeats("The CortexJson.", "CortexJson"));
    assertTrue(repeats("Represents a workflow.", "Workflow"));
    assertTrue(repeats("{@link Verdict}.", "Verdict"));
    assertTrue(repeats("Fault policies.", "FaultPolicy"));
    assertTrue(!repeats("The total over all pages.", "totalCount"));
  }

  private static boolean repeats(String text, String name) {
    Set<String> known =
        Arrays.stream(name.split("(?=\\p{Lu})", -1))
            .map(DocumentedTypesTest::singular)
            .collect(Collectors.toSet());
    known.add(singular(name));
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .allMatch(
            word ->
                known.contains(singular(word))
                    || EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static String singular(String word) {
    return word.toLowerCase(Locale.ROOT).replaceFirst("ies$", "y").replaceFirst("s$", "");
  }

  /** Goes through what others can see: public types in public types, and their methods. */
  private static final class Reader extends TreePathScanner<Void, Void> {
    private final DocTrees docs;

    Reader(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      boolean isInInterface =
          getCurrentPath().getParentPath().getLeaf() instanceof ClassTree outer
              && outer.getKind() == Tree.Kind.INTERFACE;
      if (!isInInterface && !isVisible(type.getModifiers())) {
        return null;
      }
      types++;
      String name = type.getSimpleName().toString();
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      if (comment == null) {
        undocumented.add(name);
      } else if (repeats(comment.getFullBody().toString(), name)) {
        repeating.add(name);
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      String name = method.getName().toString();
      if (comment != null
          && comment.getBlockTags().isEmpty()
          && repeats(comment.getFullBody().toString(), name)) {
        ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        repeating.add(type.getSimpleName() + "." + name);
      }
      return null;
    }

    private static boolean isVisible(ModifiersTree modifiers) {
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED);
    }
  }
}
