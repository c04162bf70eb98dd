package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexApiException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for page 0 that fail without telling whether the page exists. */
final class FailingPageZeroTest {
  private static final int TAKE = 100;
  private static final String DOUBT =
      "page 0 may exist: the server responded to the request for it with status ";
  private static final String FAILED_BEFORE =
      "page 0 may exist: the server has failed each time it was requested";

  private final FakePages server = new FakePages(450);
  private final List<Integer> delivered = new ArrayList<>();

  /** The status of the next responses for page 0. */
  private int status;

  /** How many responses for page 0 fail. */
  private int failures;

  private final TestSource<Integer> failing =
      (number, take) -> {
        Page<Integer> page = server.page(number, take);
        if (number == 0 && failures > 0) {
          failures--;
          throw CortexApiException.builder("GET /items", status, "failed").build();
        }
        return page;
      };

  private final PagedIterable<Integer> list = PagedIterables.of(failing.unnumbered(), 1, TAKE);

  private void fail(int failures, int status) {
    this.failures = failures;
    this.status = status;
  }

  @ParameterizedTest
  @CsvSource({"0, 429", "0, 503", "1, 429", "1, 503", "1, 502"})
  void whatMayPassIsThrownAndTheWalkGoesOn(int firstPage, int status) {
    server.firstPage = firstPage;
    fail(1, status);
    Walk<Integer> walk = list.walk();

    CortexApiException e = assertThrows(CortexApiException.class, walk::hasNext);
    assertEquals(status, e.status());
    walk.forEachRemaining(delivered::add);
    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
  }

  @Test
  void aFailureIsForgottenOnceThePageComes() {
    server.firstPage = 0;
    fail(1, 500);
    Walk<Integer> walk = list.walk();
    walk.next();
    assertEquals(DOUBT + 500, walk.receipt().reason());

    assertEquals(List.of(0, 1), list.stream().limit(2).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 500, 501})
  void aPageThatFailsEachTimeIsRequestedThreeTimes(int status) {
    fail(Integer.MAX_VALUE, status);
    for (int i = 0; i < 3; i++) {
      assertEquals(server.items, list.stream().toList());
    }
    assertEquals(3, Collections.frequency(server.requests, 0));

    Walk<Integer> walk = list.walk();
    walk.next();
    assertEquals(FAILED_BEFORE, walk.receipt().reason());
    walk.forEachRemaining(delivered::add);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    assertNull(walk.receipt().reason());
    assertEquals(3, Collections.frequency(server.requests, 0));
  }

  @Test
  void aWalkFromPageOneTellsBeforehandThatPageZeroMayComeLast() {
    server.firstPage = 0;
    server.tellsCount = false;
    fail(3, 500);
    for (int i = 0; i < 3; i++) {
      assertEquals(100, list.stream().findFirst().orElseThrow());
    }
    Walk<Integer> walk = list.walk();
    walk.next();
    assertEquals(FAILED_BEFORE, walk.receipt().reason());
    walk.forEachRemaining(delivered::add);

    assertEquals(Verdict.UNPROVABLE, walk.receipt().verdict());
    assertEquals(449, delivered.stream().distinct().count());
    assertEquals(IntStream.range(0, 100).boxed().toList(), delivered.subList(349, 449));
  }

  @Test
  void whatIsProvenStaysSo() {
    PageNumbers numbers = PageNumbers.unknown();
    numbers.learn(0, true);
    for (int i = 0; i < 3; i++) {
      numbers.learn(1, false);
    }

    assertEquals(0, numbers.first());
  }

  @ParameterizedTest
  @CsvSource({
    "401, true", "403, true", "500, true", "501, true",
    "401, false", "403, false", "500, false", "501, false"
  })
  void aWalkResumesThoughPageZeroFails(int status, boolean tellsCount) {
    server.tellsCount = tellsCount;
    fail(Integer.MAX_VALUE, status);
    Walk<Integer> walk = list.walk();
    for (int i = 0; i < 150; i++) {
      delivered.add(walk.next());
    }
    Walk<Integer> resumed = list.walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build());
    delivered.add(resumed.next());
    assertEquals(DOUBT + status, resumed.receipt().reason());
    resumed.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    // The count proves that page 0 has no other items.
    assertEquals(tellsCount ? null : DOUBT + status, resumed.receipt().reason());
  }

  /** A later request for page 0 fails as well, which the end of the list makes necessary. */
  @Test
  void aListThatCannotStartWithPageOneFailsWithTheResponseForPageZero() {
    server.firstPage = 0;
    fail(Integer.MAX_VALUE, 500);
    Walk<Integer> walk = list.walk();

    CortexApiException e =
        assertThrows(CortexApiException.class, () -> walk.forEachRemaining(delivered::add));
    assertEquals(500, e.status());
    assertEquals(350, delivered.size());
  }
}
