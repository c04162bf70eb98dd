package ai.withcortex.regeneration.api;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.regeneration.Effect;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a changed line of a signature file means. */
final class ApiComparisonTest {
  private static final String API =
      """
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
          protected static final int LIMIT        | protected static final long LIMIT       | Sub.LIMIT: FIELD_TYPE_CHANGED (binary and source)
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

  /** Nobody else can have a subclass of a class without visible constructors. */
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
    ApiBreak found = new ApiBreak("a.Model", "id", "METHOD_REMOVED", true, true);
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
            new ApiBreak("a.Listener", "seen", "METHOD_ADDED_TO_INTERFACE", false, true),
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
        List.of(new ApiBreak("a.Base$Visitor", "visit", "METHOD_ADDED_TO_INTERFACE", false, true)),
        comparison.breaks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.b.Run         | id  | METHOD_REMOVED   | `Run.id` is gone or takes other arguments
          a.b.Run$Builder |     | CLASS_REMOVED    | `Run.Builder` is gone
          a.b.Run         | id  | METHOD_NOW_NATIVE | `Run.id` changed (METHOD_NOW_NATIVE)
          """)
  void isToldInWords(String className, @Nullable String member, String change, String text) {
    String name = member == null ? "" : member;
    assertEquals(text, new ApiBreak(className, name, change, true, true).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {policies: [], accepted: [{change: METHOD_REMOVED, class: a.*}]} | An accepted break needs change, class and reason; found METHOD_REMOVED of a.*
          {policies: []}                                                   | The file of accepted breaks needs the lists policies and accepted
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
          public a.Model                          | Line 1 of the signature file: expected class, interface, enum or @interface, found 'a.Model'. Signature files are written, not edited; write it again.
          public class a.Model extends            | Line 1 of the signature file: expected a name, found the end of the line. Signature files are written, not edited; write it again.
          public class a.Model<T                  | Line 1 of the signature file: expected '>', found the end of the line. Signature files are written, not edited; write it again.
          public class a.Model; final             | Line 1 has '; final', which is no Java.
          """)
  void saysWhereASignatureFileIsWrong(String line, String message) {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> PublicApi.ofText(line + "\n"));
    assertEquals(message, failure.getMessage());
  }

  private static ApiComparison compare(String now, AcceptedBreaks accepted) {
    Map<String, ApiComparison> byModule =
        ApiComparison.of(
            Map.of("m", PublicApi.ofText(API)), Map.of("m", PublicApi.ofText(now)), accepted);
    return requireNonNull(byModule.get("m"));
  }
}
