package ai.withcortex.codegen.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A generated file imports exactly what it uses, in order. */
final class ImportsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class A extends Part {}                      | true",
        "class A { Part part; }                       | true",
        "class A { List<@Nullable Part> parts; }      | true",
        "class A { Object a = Part.of(); }            | true",
        "/** A {@link Part#of part}. */ class A {}    | true",
        "/** A Part. */ class A {}                    | false",
        "/* A Part. */ class A {}                     | false",
        "class A { String a = \"\\\" Part\"; }        | false",
        "class A { char a = '\"'; String b = \" Part\"; } | false",
        "class A { Object a = other.Part.of(); }      | false",
        "class A { PartOfIt part; }                   | false",
      })
  void keepsUsedImports(String code, boolean isUsed) {
    String start = "package a;\n\n";
    String end = "\n" + code + "\n";
    String kept = isUsed ? "import b.Part;\n" : "";
    assertEquals(start + kept + end, Imports.sortUsed(start + "import b.Part;\n" + end));
  }

  @Test
  void ignoresLineComments() {
    assertEquals("class A {} // Part\n", Imports.sortUsed("import b.Part;\nclass A {} // Part\n"));
  }

  @Test
  void keepsImportsOfAnnotationsBeforeThePackage() {
    String source = "@NullMarked\npackage a;\n\nimport b.NullMarked;\n";
    assertEquals(source, Imports.sortUsed(source));
  }

  @Test
  void sortsByName() {
    assertEquals(
        "import a.Run;\nimport a.Run2;\nimport b.A;\nRun2 Run A",
        Imports.sortUsed("import b.A;\nimport a.Run2;\nimport a.Run;\nRun2 Run A"));
  }
}
