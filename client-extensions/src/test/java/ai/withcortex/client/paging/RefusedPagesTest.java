package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.NotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that refuse pages past the end of the list. */
final class RefusedPagesTest {
  private static final int TAKE = 100;

  private final FakePages server = new FakePages(450);
  private final List<Integer> delivered = new ArrayList<>();

  RefusedPagesTest() {
    server.refusalPastEnd = 404;
  }

  @ParameterizedTest
  @CsvSource({"0, 404", "7, 404", "20, 422", "100, 404", "200, 400", "201, 410", "450, 422"})
  void listsEndThere(int size, int status) {
    server.items = server.items.subList(0, size);
    server.refusalPastEnd = status;
    for (boolean tells : new boolean[] {true, false}) {
      tell(tells);
      assertEquals(Verdict.COMPLETE, read(WalkMode.EXACT).verdict());
      assertEquals(server.items, delivered);
      read(WalkMode.PLAIN);
      assertEquals(server.items, delivered);
      assertEquals(server.items, readPages());
    }
  }

  @Test
  void aPlainWalkSaysThatARefusalEndedIt() {
    server.items = server.items.subList(0, 200);
    tell(false);

    assertEquals(
        "the server refused page 3 (take 100) with status 404, which is taken for the end of the"
            + " list",
        read(WalkMode.PLAIN).reason());
  }

  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void aListMayBecomeShorter(WalkMode mode) {
    tell(true);
    server.afterAnswer =
        () -> {
          if (server.requests.size() == 3) {
            server.items = server.items.subList(0, 250);
          }
        };
    read(mode);

    assertEquals(server.items, delivered.subList(0, 250));
    assertTrue(server.requests.size() < 12, server.requests::toString);
  }

  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void aPositionIsFoundInAListThatBecameShorter(WalkMode mode) {
    Walk<Integer> walk = list().walk(options(mode));
    for (int i = 0; i < 420; i++) {
      walk.next();
    }
    server.items = server.items.subList(230, 450);
    WalkOptions resumed = options(mode).toBuilder().checkpoint(walk.checkpoint()).build();
    list().walk(resumed).forEachRemaining(delivered::add);

    assertEquals(server.items.subList(190, 220), delivered);
  }

  /** A server may not let callers read as far as the list goes. */
  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void aRefusalWithinTheListIsAFailure(WalkMode mode) {
    TestSource<Integer> limited =
        (number, take) -> {
          Page<Integer> page = server.page(number, take);
          if (number > 3) {
            throw CortexApiException.builder("GET /items", 422, "too far").build();
          }
          return page;
        };
    Walk<Integer> walk = PagedIterables.of(limited, 1, TAKE).walk(options(mode));

    assertEquals(
        "too far",
        assertThrows(CortexApiException.class, () -> walk.forEachRemaining(delivered::add))
            .getMessage());
    assertTrue(delivered.size() > 290, delivered::toString);
    assertTrue(server.requests.size() < 64, server.requests::toString);
  }

  @ParameterizedTest
  @CsvSource({"EXACT, true", "EXACT, false", "PLAIN, true"})
  void aListThatIsGoneIsAFailure(WalkMode mode, boolean tells) {
    tell(tells);
    TestSource<Integer> vanishing =
        (number, take) -> {
          Page<Integer> page = server.page(number, take);
          if (server.requests.size() > 3) {
            throw CortexApiException.builder("GET /items", 404, "no such workflow").build();
          }
          return page;
        };
    Walk<Integer> walk = PagedIterables.of(vanishing, 1, TAKE).walk(options(mode));

    assertThrows(NotFoundException.class, () -> walk.forEachRemaining(delivered::add));
    assertTrue(server.requests.size() < 12, server.requests::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void otherFailuresAreFailures(int status) {
    server.items = server.items.subList(0, 200);
    server.refusalPastEnd = status;
    tell(false);

    assertThrows(CortexApiException.class, () -> read(WalkMode.PLAIN));
  }

  private void tell(boolean tells) {
    server.tellsCount = tells;
    server.tellsPage = tells;
    server.tellsTake = tells;
  }

  private PagedIterable<Integer> list() {
    return PagedIterables.of(server, 1, TAKE);
  }

  private static WalkOptions options(WalkMode mode) {
    return WalkOptions.builder().mode(mode).build();
  }

  private Receipt read(WalkMode mode) {
    delivered.clear();
    Walk<Integer> walk = list().walk(options(mode));
    walk.forEachRemaining(delivered::add);
    return walk.receipt();
  }

  private List<Integer> readPages() {
    List<Integer> items = new ArrayList<>();
    StreamSupport.stream(list().pages().spliterator(), false)
        .forEach(page -> items.addAll(page.items()));
    return Collections.unmodifiableList(items);
  }
}
