package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said here of a page: its runs from one number to another, and its three headers. */
final class PagingBehaviourTest {
  private static final PagingBehaviour STANDARD = PagingBehaviour.standard();
  private static final PagingBehaviour FROM_ZERO = STANDARD.firstPage(0);
  private static final CortexSandbox SANDBOX =
      CortexSandbox.builder().empty().slimRuns(250).start();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        page(STANDARD, "", "1-20 page 1 take 20 of 250"),
        page(STANDARD, "take=300", "1-200 page 1 take 200 of 250"),
        page(STANDARD, "take=100&page=4", "none page 4 take 100 of 250"),
        // The greatest take.
        page(STANDARD.greatestTake(50), "take=50&page=2", "51-100 page 2 take 50 of 250"),
        page(STANDARD.greatestTake(50), "take=51&page=2", "51-100 page 2 take 50 of 250"),
        page(STANDARD.greatestTake(10), "", "1-10 page 1 take 10 of 250"),
        page(STANDARD.greatestTake(240), "take=1000", "1-240 page 1 take 240 of 250"),
        page(STANDARD.greatestTake(50).hidesTake(), "take=60", "1-50 page 1 take null of 250"),
        page(STANDARD.greatestTake(50).echoesTake(), "take=60", "1-50 page 1 take 60 of 250"),
        // A take that is ignored.
        page(STANDARD.ignoresTake(30), "take=10&page=2", "31-60 page 2 take 30 of 250"),
        page(STANDARD.ignoresTake(30).echoesTake(), "take=100", "1-30 page 1 take 100 of 250"),
        page(STANDARD.ignoresTake(30).echoesTake(), "", "1-30 page 1 take 20 of 250"),
        page(STANDARD.ignoresTake(30).greatestTake(50), "take=40", "1-40 page 1 take 40 of 250"),
        // A page that is ignored.
        page(STANDARD.ignoresPage(), "page=7", "1-20 page 1 take 20 of 250"),
        page(STANDARD.ignoresPage().echoesPage(), "page=7", "1-20 page 7 take 20 of 250"),
        page(FROM_ZERO.ignoresPage(), "page=7", "1-20 page 0 take 20 of 250"),
        // The first page.
        page(FROM_ZERO, "", "1-20 page 0 take 20 of 250"),
        page(FROM_ZERO, "page=0", "1-20 page 0 take 20 of 250"),
        page(FROM_ZERO, "page=1", "21-40 page 1 take 20 of 250"),
        page(FROM_ZERO, "take=100&page=2", "201-250 page 2 take 100 of 250"),
        page(FROM_ZERO.firstPage(1), "page=1", "1-20 page 1 take 20 of 250"),
        page(STANDARD.answersPageZero(), "page=0", "1-20 page 1 take 20 of 250"),
        page(STANDARD.answersPageZero(), "page=1", "1-20 page 1 take 20 of 250"),
        page(STANDARD.answersPageZero(), "", "1-20 page 1 take 20 of 250"),
        page(STANDARD.answersPageZero().echoesPage(), "page=0", "1-20 page 0 take 20 of 250"),
        // Pages past the end.
        page(STANDARD.repeatsLastPage(), "take=100&page=3", "201-250 page 3 take 100 of 250"),
        page(STANDARD.repeatsLastPage(), "take=100&page=4", "201-250 page 3 take 100 of 250"),
        page(STANDARD.repeatsLastPage(), "take=125&page=9", "126-250 page 2 take 125 of 250"),
        page(STANDARD.repeatsLastPage(), "take=1&page=251", "250-250 page 250 take 1 of 250"),
        page(FROM_ZERO.repeatsLastPage(), "take=100&page=3", "201-250 page 2 take 100 of 250"),
        page(
            STANDARD.repeatsLastPage().echoesPage(),
            "take=100&page=2147483647",
            "201-250 page 2147483647 take 100 of 250"),
        page(STANDARD.repeatsLastPage(), "status=RUNNING&page=2", "none page 1 take 20 of 0"),
        page(STANDARD.repeatsLastPage(), "status=RUNNING&take=1", "none page 1 take 1 of 0"),
        // Headers that are missing or wrong.
        page(STANDARD.hidesPage(), "page=2", "21-40 page null take 20 of 250"),
        page(STANDARD.hidesTake(), "page=2", "21-40 page 2 take null of 250"),
        page(STANDARD.hidesCount(), "page=2", "21-40 page 2 take 20 of null"),
        page(
            STANDARD.hidesPage().hidesTake().hidesCount(),
            "page=2",
            "21-40 page null take null of null"),
        page(STANDARD.tellsPageOffBy(1), "page=2", "21-40 page 3 take 20 of 250"),
        page(STANDARD.tellsPageOffBy(-9), "page=2", "21-40 page 0 take 20 of 250"),
        page(STANDARD.tellsTakeOffBy(-1), "", "1-20 page 1 take 19 of 250"),
        page(STANDARD.tellsCountOffBy(3), "", "1-20 page 1 take 20 of 253"),
        page(STANDARD.tellsCountOffBy(-3), "take=200&page=2", "201-250 page 2 take 200 of 247"),
        page(STANDARD.tellsCountOffBy(Integer.MAX_VALUE), "", "1-20 page 1 take 20 of 2147483897"),
        page(STANDARD.hidesCount().tellsCountOffBy(1), "", "1-20 page 1 take 20 of 251"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("pages")
  void answers(PagingBehaviour behaviour, String query, String expected) {
    SANDBOX.paging(behaviour);
    assertEquals(expected, ask(SANDBOX, query));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesPagesBeforeTheFirst(PagingBehaviour behaviour, String query, String message) {
    SANDBOX.paging(behaviour);
    HttpResponse<String> response = get(SANDBOX, RUNS + "?" + query);
    assertEquals(422, response.statusCode());
    assertEquals(
        JsonValue.of(message),
        SandboxCaller.at(JsonValue.parse(response.body()), "/errors/0/message"));
  }

  static Stream<Arguments> refusals() {
    String belowZero = "Number must be greater than or equal to 0";
    return Stream.of(
        page(STANDARD, "page=0", "Number must be greater than or equal to 1"),
        page(STANDARD.ignoresPage(), "page=0", "Number must be greater than or equal to 1"),
        page(FROM_ZERO, "page=-1", belowZero),
        page(STANDARD.answersPageZero(), "page=-1", belowZero));
  }

  @Test
  void beginsWithABehaviour() {
    try (CortexSandbox sandbox = CortexSandbox.builder().paging(FROM_ZERO).slimRuns(30).start()) {
      assertEquals("21-30 page 1 take 20 of 30", ask(sandbox, "page=1"));
      sandbox.paging(STANDARD);
      assertEquals("1-20 page 1 take 20 of 30", ask(sandbox, "page=1"));
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesMistakes(String message, Executable mistake) {
    Exception e = assertThrows(IllegalArgumentException.class, mistake);
    assertEquals(message, e.getMessage());
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("greatest must be at least 1 but is 0", () -> STANDARD.greatestTake(0)),
        mistake("size must be at least 1 but is 0", () -> STANDARD.ignoresTake(0)),
        mistake("first must be from 0 to 1 but is 2", () -> STANDARD.firstPage(2)),
        mistake("first must be from 0 to 1 but is -1", () -> STANDARD.firstPage(-1)));
  }

  private static Arguments page(PagingBehaviour behaviour, String query, String expected) {
    return Arguments.of(behaviour, query, expected);
  }

  private static Arguments mistake(String message, Executable mistake) {
    return Arguments.of(message, mistake);
  }

  private static String ask(CortexSandbox sandbox, String query) {
    HttpResponse<String> response = get(sandbox, RUNS + "?" + query);
    List<String> ids = ids(response);
    String range =
        ids.isEmpty() ? "none" : number(ids.get(0)) + "-" + number(ids.get(ids.size() - 1));
    return "%s page %s take %s of %s"
        .formatted(
            range,
            header(response, "pagination-page"),
            header(response, "pagination-take"),
            header(response, "pagination-count"));
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring("run_".length()));
  }
}
