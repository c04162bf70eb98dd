package ai.withcortex.codegen.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuickLayoutTest {
  private static final String WORDS = "one two three four five six seven eight nine ten ".repeat(4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "private final SomeType<AnotherRatherLongTypeName, OneMoreRatherLongTypeName>"
            + " andAFieldName;",
        "public static final SomeVeryLongTypeName NAME = new SomeVeryLongTypeName(\"a, b\","
            + " Known.NAME);",
        "abstract Result run(FirstType firstParameter, SecondType secondParameter, Third<A, B>"
            + " third);",
        "void run(FirstType firstParameter, SecondType secondParameter, List<X> x) throws"
            + " IOException {}",
        "void run(FirstType first, SecondType secondParameter, ThirdType thirdParameter) throws"
            + " IOException {}",
        "Call<A> get(@Path(\"first\") String first, @Query(\"second\") @Nullable String second,"
            + " @Body Third third);",
        "Object a = call(firstArgumentOfTheCall,"
            + " secondArgumentOfTheCall).then(\"third\").and(\"fourth\").build();",
        "Object a = call(bb(), cc(), dd(), ee(), ff(), gg(), hh(), ii(), jj(), kk(), ll(), mm(),"
            + " theLast());",
        """
        Object a =
            Type.of("x")
                .and("y")
                .build();\
        """,
        """
        Object a =
            Type.of("some text")
                .and("more of the text")
                .and("even more of the text")
                .build();\
        """,
        """
        Object a =
            Type.of("some text")
                .and("more of the text")
                .and("even more of the text")
                .and("the end")
                .build();\
        """,
        """
        List<A> a =
            list(
                Arrays.asList(
                    A.<B>named("a long name of the first element", B::nameOfTheElement).build(),
                    A.<B>named("a long name of the second element, which is longer", B::other).list().build()));\
        """,
        """
        boolean equals() {
          return firstCondition(ofTheMethod) && secondCondition(ofTheMethod) && thirdCondition(itHas);
        }\
        """,
        """


        @Override

        public abstract int a();


        int b();

        """,
        """
        /**
         * The JSON property {@code a}.
         */

        int a;\
        """,
        """
        // A comment.
        int a;\
        """,
      })
  void laysOutMembersLikeGoogleJavaFormat(String members) throws FormatterException {
    assertSame("package a;\n\nclass A {\n" + members.indent(2) + "\n}\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
"""
%s

<p>%s

@param a %s
@return %s\
""",
"""
A.

<ul>
<li>%s
<li>b
</ul>

<p>C.\
""",
        "%s{@code @Nullable} {@link A} {@code List<Item>} (%s)",
        "@param a b",
      })
  void wrapsJavadocLikeGoogleJavaFormat(String text) throws FormatterException {
    for (int width = 1; width < 50; width++) {
      String words = WORDS.substring(0, WORDS.length() - width);
      String comment = text.replace("%s", words).replace("\n", "\n * ");
      assertSame("package a;\n\nclass A {\n  /**\n * " + comment + "\n */\n  int a;\n}\n");
    }
  }

  @Test
  void wrapsTheFirstCommentLikeGoogleJavaFormat() throws FormatterException {
    assertSame(
        "// "
            + WORDS
            + "\n"
            + "package a;\n\n"
            + "final class A extends SomeVeryLongTypeName<SomeOtherVeryLongTypeName,"
            + " SomeOtherVeryLongTypeName.Builder> {}\n");
    assertSame(
        "// Short.\n"
            + "package a;\n\n"
            + "final class A extends SomeVeryLongTypeName<OneMoreOfTheVeryLongTypeNames,"
            + " OneMoreOfTheVeryLongTypeNames.Builder> {}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object a = call(firstArgumentOfTheCall -> firstArgumentOfTheCall +"
            + " secondArgumentOfTheCall + third);",
        "abstract AVeryLongNameOfATypeThatLeavesVeryLittleSpace"
            + " aVeryLongNameOfAMethodThatLeavesLittleSpace();",
        "Object a = call(b(), c(), d(), e(), f(), g(), h(), i(), j(), k(), l(), m(), n(), o(), p(),"
            + " q(), r(), s(), t(), u(), v(), w(), x(), y(), z());",
        """
        /**
         * A.
         *
         * <pre>
         * b
         * </pre>
         */
        int a;\
        """,
        """
        /**
         * @param a b
         *
         * <p>C
         */
        void a(int a);\
        """,
      })
  void leavesTheRestToGoogleJavaFormat(String members) {
    assertNull(QuickLayout.format("package a;\n\nclass A {\n" + members.indent(2) + "}\n"));
  }

  @Test
  void filesOfTheGoldenCasesAreLaidOutLikeGoogleJavaFormat() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      for (Path source : sources) {
        assertEquals(
            new Formatter().formatSource(Files.readString(source)),
            Files.readString(source),
            source::toString);
      }
    }
  }

  private static void assertSame(String source) throws FormatterException {
    assertEquals(new Formatter().formatSource(source), QuickLayout.format(source));
  }
}
