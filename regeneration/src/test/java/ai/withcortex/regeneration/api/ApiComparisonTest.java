package ai.withcortex.regeneration.api;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.regeneration.version.Effect;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of changed lines in a signature file. */
final class ApiComparisonTest {
  private static final String API =
      """
      # Signatures, format 2, written by spec/record-release

      public interface a.Listener
        public abstract void heard(String)

      public static interface a.Base$Visitor
        public abstract void visit(String)

      public class a.Base extends Object
        public @Nullable String label(@Nullable String)
        public void all(java.util.List<String>)
        public java.util.List<String> list()
        protected java.util.List<String> names
        public new()

      public abstract class a.Model extends Object
        public abstract int id()

      public class a.Sub extends a.Base
        protected static final int LIMIT
        public new()

      public class a.Sequence<T> extends Object implements Iterable<T>
        public <V extends Comparable<String>> void add(V)
        public @Nullable T first()

      public class a.Words extends Object implements Iterable<String>
        public static final String NAME = "words = all"
        public static final int LIMIT = 10
        public java.util.List<String> all()
        public String[] array()
        public void each(java.util.function.Function<String, String>)
        public <T extends Object & Comparable<T>> T max(java.util.List<T>)
        public java.util.List<? extends Number> numbers

      public final enum a.Color extends Enum<a.Color>
        public static final enum a.Color RED
        public static final enum a.Color GREEN
        public static final enum a.Color BLUE

      public @interface a.Mark implements java.lang.annotation.Annotation
        public abstract int value() default
      """;

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public abstract int id()                | public abstract long id()               | Model.id: METHOD_RETURN_TYPE_CHANGED (binary and source)
          public abstract int id()                | public abstract int identity()          | Model.id: METHOD_REMOVED (binary and source)
          public abstract void heard(String)      | public abstract void heard(Object)      | Listener.heard: METHOD_ADDED_TO_INTERFACE (source), Listener.heard: METHOD_REMOVED (binary and source)
          public java.util.List<String> list()    | public java.util.List<Integer> list()   | Base.list: METHOD_RETURN_TYPE_GENERICS_CHANGED (source)
          public void all(java.util.List<String>) | public void all(java.util.List<Integer>) | Base.all: METHOD_PARAMETER_GENERICS_CHANGED (source)
          protected java.util.List<String> names  | protected java.util.List<Integer> names | Base.names: FIELD_GENERICS_CHANGED (source)
          public java.util.List<String> list()    | public final java.util.List<String> list() | Base.list: METHOD_NOW_FINAL (binary and source)
          public @Nullable String label(@Nullable String) | public @Nullable String label(String) | Base.label: NULLNESS (source)
          public @Nullable String label(@Nullable String) | public String label(@Nullable String) | ''
          public java.util.List<String> list()    | public @Nullable java.util.List<String> list() | Base.list: NULLNESS (source)
          public class a.Sub extends a.Base       | public final class a.Sub extends a.Base | Sub: CLASS_NOW_NOT_EXTENDABLE (binary and source)
          public class a.Sub extends a.Base       | public class a.Sub extends Object       | Sub: SUPERCLASS_REMOVED (binary and source)
          protected static final int LIMIT      | protected static final long LIMIT       | Sub.LIMIT: FIELD_TYPE_CHANGED (binary and source)
          """)
  void namesWhatBreaks(String before, String after, String breaks) {
    ApiComparison comparison = compare(API.replace(before, after), AcceptedBreaks.NONE);
    assertEquals(
        breaks,
        comparison.breaks().stream()
            .map(found -> found.place() + ": " + found.finding())
            .sorted()
            .collect(joining(", ")));
  }

  /** Each row is a change that japicmp does not report. */
  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Object implements Iterable<String>   | Object implements Iterable<Object>             | SUPERTYPE_ARGUMENTS_CHANGED (source) | `Words` had the supertype `Iterable<String>` and now has `Iterable<Object>`; code expecting the old one no longer compiles
          Object implements Iterable<String>   | a.Sequence<Object>                             | SUPERTYPE_ARGUMENTS_CHANGED (source) | `Words` had the supertype `Iterable<String>` and now has `Iterable<Object>`; code expecting the old one no longer compiles
          Object implements Iterable<String>   | Object implements Iterable<@Nullable String>   | SUPERTYPE_ARGUMENTS_CHANGED (source) | `Words` had the supertype `Iterable<String>` and now has `Iterable<@Nullable String>`; code expecting the old one no longer compiles
          Object implements Iterable<String>   | a.Sequence<String>                             | ~~ | ~~
          java.util.List<String> all()         | java.util.List<@Nullable String> all()         | NULLNESS (source) | `Words.all` returned `java.util.List<String>` and now returns `java.util.List<@Nullable String>`; callers checked by Kotlin or NullAway no longer compile
          String[] array()                     | @Nullable String[] array()                     | NULLNESS (source) | `Words.array` returned `String[]` and now returns `@Nullable String[]`; callers checked by Kotlin or NullAway no longer compile
          String[] array()                     | String @Nullable [] array()                    | NULLNESS (source) | `Words.array` returned `String[]` and now returns `String @Nullable []`; callers that expect a value fail
          java.util.function.Function<String, String> | java.util.function.Function<String, @Nullable String> | NULLNESS (source) | `Words.each` took `java.util.function.Function<String, String>` and now takes `java.util.function.Function<String, @Nullable String>`; callers checked by Kotlin or NullAway no longer compile
          List<? extends Number> numbers       | List<? extends @Nullable Number> numbers       | NULLNESS (source) | `Words.numbers` was of type `java.util.List<? extends Number>` and is now of type `java.util.List<? extends @Nullable Number>`; callers checked by Kotlin or NullAway no longer compile
          class a.Sequence<T>                  | class a.Sequence<T extends @Nullable Object>   | NULLNESS (source) | `Sequence` had the type parameter `T` and now has `T extends @Nullable Object`; type arguments that were valid before may no longer compile
          <T extends Object & Comparable<T>>   | <T extends @Nullable Object & Comparable<T>>   | NULLNESS (source) | `Words.max` had the type parameter `T extends Object & Comparable<T>` and now has `T extends @Nullable Object & Comparable<T>`; type arguments that were valid before may no longer compile
          int LIMIT = 10                       | int LIMIT = 20                                 | CONSTANT_VALUE_CHANGED (binary) | `Words.LIMIT` was 10 and is now 20; compiled code keeps the old value until it is recompiled
          NAME = "words = all"                 | NAME = "words"                                 | CONSTANT_VALUE_CHANGED (binary) | `Words.NAME` was "words = all" and is now "words"; compiled code keeps the old value until it is recompiled
          int LIMIT = 10                       | int LIMIT                                    | CONSTANT_REMOVED (binary and source) | `Words.LIMIT` was the constant 10 and is no longer a constant; compiled code keeps the old value, and switch cases and annotations that use it no longer compile
          RED, GREEN                           | GREEN, RED                                     | ENUM_ORDER_CHANGED (binary and source) | `Color` had its constants in the order [RED, GREEN, BLUE] and now has them in the order [GREEN, RED, BLUE]; programs that compare or sort them behave differently
          RED, GREEN                           | RED, PINK, GREEN                               | ~~ | ~~
          int value() default                  | int value()                                    | ANNOTATION_DEFAULT_REMOVED (source) | `Mark.value` had a default value and no longer has one; annotations that omit it no longer compile
          int value() default                  | int value() default, public abstract int level() default | ~~ | ~~
          int value() default                  | int value() default, public abstract int level() | ANNOTATION_MEMBER_ADDED (source) | `Mark.level` is new and has no default value; annotations that omit it no longer compile
          """)
  void tellsWhatWasWhatIsAndWhy(String before, String after, String finding, String text) {
    ApiComparison comparison =
        compare(API.replace(lines(before), lines(after)), AcceptedBreaks.NONE);
    assertEquals(
        finding, comparison.breaks().stream().map(ApiBreak::finding).collect(joining(", ")));
    assertEquals(text, comparison.breaks().stream().map(ApiBreak::text).collect(joining(", ")));
  }

  /** The table has several members per line. */
  private static String lines(String cell) {
    return cell.matches("[A-Z, ]+")
        ? cell.replaceAll("(\\w+)", "public static final enum a.Color $1").replace(", ", "\n  ")
        : cell.replace(", public", "\n  public");
  }

  /** Other packages cannot implement the types of this package. */
  private static final String POLICY =
      """
      policies:
      - {change: METHOD_ADDED_TO_INTERFACE, class: a.*, reason: Nobody else has one.}
      accepted: []
      """;

  @Test
  void aModelMayHaveOneMoreProperty() {
    ApiComparison comparison =
        compare(
            API.replace("int id()", "int id()\n  public abstract @Nullable String name()"),
            AcceptedBreaks.NONE);
    assertEquals(List.of(), comparison.breaks());
    assertEquals(List.of("a.Model: public abstract @Nullable String name()"), comparison.added());
    assertEquals(Effect.ADDITIVE, comparison.effect());
  }

  @Test
  void aBreakOnPurposeIsABreak() throws IOException {
    AcceptedBreaks accepted =
        AcceptedBreaks.of(
            """
            policies: []
            accepted:
            - {change: METHOD_REMOVED, class: a.*, member: id, reason: It is called identity.}
            - {change: METHOD_REMOVED, class: b.*, reason: Nothing.}
            """);
    ApiBreak found = new ApiBreak("a.Model", "id", "METHOD_REMOVED", "", true, true);
    ApiComparison comparison = compare(API.replace("int id()", "int identity()"), accepted);
    assertEquals(List.of(found), comparison.breaks());
    assertEquals(Map.of(found, "It is called identity."), comparison.accepted());
    assertEquals(List.of(), comparison.unaccepted());
    assertEquals(Effect.BREAKING, comparison.effect());
    assertEquals(List.of("METHOD_REMOVED of b.*"), accepted.unused());
  }

  @Test
  void aPolicyIsForWhatBreaksNobody() throws IOException {
    AcceptedBreaks accepted = AcceptedBreaks.of(POLICY);
    ApiComparison comparison =
        compare(
            API.replace("heard(String)", "heard(String)\n  public abstract void seen(String)"),
            accepted);
    assertEquals(List.of(), comparison.breaks());
    assertEquals(
        Map.of(
            new ApiBreak("a.Listener", "seen", "METHOD_ADDED_TO_INTERFACE", "", false, true),
            "Nobody else has one."),
        comparison.harmless());
    assertEquals(Effect.ADDITIVE, comparison.effect());
    assertEquals(List.of(), accepted.unused());
  }

  /** A visitor is a nested interface that users implement. */
  @Test
  void aPolicyForClassesLeavesNestedOnesAlone() throws IOException {
    AcceptedBreaks accepted = AcceptedBreaks.of(POLICY);
    ApiComparison comparison =
        compare(
            API.replace("visit(String)", "visit(String)\n  public abstract void visit(Integer)"),
            accepted);
    assertEquals(
        List.of(
            new ApiBreak("a.Base$Visitor", "visit", "METHOD_ADDED_TO_INTERFACE", "", false, true)),
        comparison.breaks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.b.Run         | id  | METHOD_REMOVED   | `Run.id` was removed, or its parameters changed
          a.b.Run$Builder |     | CLASS_REMOVED    | `Run.Builder` was removed
          a.b.Run         | id  | METHOD_NOW_NATIVE | `Run.id` changed (METHOD_NOW_NATIVE)
          """)
  void isToldInWords(String className, @Nullable String member, String change, String text) {
    String name = member == null ? "" : member;
    assertEquals(text, new ApiBreak(className, name, change, "", true, true).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {policies: [], accepted: [{change: METHOD_REMOVED, class: a.*}]} | An accepted break needs change, class and reason; found METHOD_REMOVED of a.*
          {policies: []}                                                   | The file of accepted breaks must contain the lists policies and accepted
          """)
  void wantsListsAndReasons(String yaml, String message) {
    IOException failure = assertThrows(IOException.class, () -> AcceptedBreaks.of(yaml));
    assertEquals(message, failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public a.Model               | expected class, interface, enum or @interface, found 'a.Model'
          public class a.Model extends | expected a name, found the end of the line
          public class a.Model<T       | expected '>', found the end of the line
          public class a.Model; final  | unexpected '; final'
          public class a.Model void    | expected the end of the line, found 'void'
          """)
  void saysWhereASignatureFileIsWrong(String line, String message) {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> SignatureFile.read(API.substring(0, API.indexOf('\n')) + "\n\n" + line + "\n"));
    assertEquals(
        "Line 3 of the signature file has an error: "
            + message
            + ". Do not edit signature files; restore the recorded file.",
        failure.getMessage());
  }

  @Test
  void saysThatASignatureFileIsOutdated() {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> SignatureFile.read("public class a.Model extends Object\n"));
    assertEquals(
        "The format of this signature file is outdated: expected '# Signatures, format 2, written"
            + " by spec/record-release' in line 1, found 'public class a.Model extends Object'."
            + " Check out the last release, and record it again with this version of"
            + " spec/record-release.",
        failure.getMessage());
  }

  private static ApiComparison compare(String now, AcceptedBreaks accepted) {
    Map<String, ApiComparison> byModule =
        ApiComparison.of(
            Map.of("m", SignatureFile.read(API)), Map.of("m", SignatureFile.read(now)), accepted);
    return requireNonNull(byModule.get("m"));
  }
}
