package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that refuse page 1, because it comes after the end of the list or there is no list. */
final class RefusedPageOneTest {
  private static final int TAKE = 100;

  private final FakePages server = new FakePages(50);
  private final List<Integer> delivered = new ArrayList<>();
  private final List<CortexApiException> refusals = new ArrayList<>();

  RefusedPageOneTest() {
    server.firstPage = 0;
  }

  @ParameterizedTest
  @CsvSource({"0, 404", "1, 404", "50, 400", "99, 404", "100, 422"})
  void readsAListThatFitsOnPageZero(int size, int status) {
    setSize(size);
    PagedIterable<Integer> list = refusingBeyondTheEnd(status);

    assertEquals(Verdict.COMPLETE, read(list, WalkOptions.DEFAULT).verdict());
    assertEquals(List.of(1, 0), server.requests.subList(0, 2));
    read(list, WalkOptions.builder().mode(WalkMode.PLAIN).build());
  }

  /** Page 0 says that it is page 1, which was refused. */
  @ParameterizedTest
  @CsvSource({"3, 0", "50, 0", "100, 0", "100, 50", "100, 300"})
  void readsAListThatFitsOnPageZeroIfHeadersCountFromOne(int size, int added) {
    setSize(size);
    server.tellsPageOffBy = 1;
    server.tellsTake = false;
    PagedIterable<Integer> list = refusingBeyondTheEnd(404);
    Walk<Integer> walk = list.walk();
    delivered.add(walk.next());
    server.items = new ArrayList<>(server.items);
    server.items.addAll(1, IntStream.range(-added, 0).boxed().toList());
    list.walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);
    assertEquals(server.items, delivered);
    delivered.clear();

    assertEquals(Verdict.COMPLETE, read(list, WalkOptions.DEFAULT).verdict());
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyShapeReadsIt(Shape shape) {
    shape.read(refusingBeyondTheEnd(404), WalkOptions.DEFAULT, delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(List.of(1, 0), server.requests);
  }

  @Test
  void thePagesStartWithPageZero() {
    PagedIterable<Integer> list = refusingBeyondTheEnd(404);

    assertEquals(
        List.of(0),
        StreamSupport.stream(list.pages().spliterator(), false).map(Page::number).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 422})
  void throwsTheRefusalOfPageOneIfPageZeroIsRefusedAsWell(int status) {
    Walk<Integer> walk = list((number, take) -> true, status).walk();

    CortexApiException e = assertThrows(CortexApiException.class, walk::hasNext);
    assertSame(refusals.get(0), e);
    assertEquals("page 0, 0 delivered", requireNonNull(e.position()).toString());
    assertEquals(List.of(1, 0), server.requests);

    assertSame(
        assertThrows(CortexApiException.class, walk::hasNext), refusals.get(2), "starts again");
    assertEquals(List.of(1, 0, 1, 0), server.requests);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 500})
  void anyOtherFailureOfPageOneIsFinal(int status) {
    Walk<Integer> walk = list((number, take) -> true, status).walk();

    assertEquals(status, assertThrows(CortexApiException.class, walk::hasNext).status());
    assertEquals(List.of(1), server.requests);
  }

  /** No client can know whether it is page 0, and the header counts from 1, or page 1 again. */
  @Test
  void aListThatAppearedInTheMeantimeIsRead() {
    server.firstPage = 1;
    setSize(250);
    PagedIterable<Integer> list = list((number, take) -> server.requests.size() == 1, 404);

    assertEquals(Verdict.COMPLETE_WITH_DRIFT, read(list, WalkOptions.DEFAULT).verdict());
  }

  private Receipt read(PagedIterable<Integer> list, WalkOptions options) {
    delivered.clear();
    Walk<Integer> walk = list.walk(options);
    walk.forEachRemaining(delivered::add);
    assertEquals(server.items, delivered);
    return walk.receipt();
  }

  private void setSize(int size) {
    server.items = IntStream.range(0, size).boxed().toList();
  }

  private PagedIterable<Integer> refusingBeyondTheEnd(int status) {
    return list((number, take) -> number > 0 && number * take >= server.items.size(), status);
  }

  private PagedIterable<Integer> list(BiPredicate<Integer, Integer> isRefused, int status) {
    TestSource<Integer> refusing =
        (number, take) -> {
          Page<Integer> page = server.page(number, take);
          if (isRefused.test(number, take)) {
            CortexApiException refusal =
                CortexApiException.builder("GET /items", status, "refused").build();
            refusals.add(refusal);
            throw refusal;
          }
          return page;
        };
    return PagedIterables.of(refusing.unnumbered(), 1, TAKE);
  }
}
