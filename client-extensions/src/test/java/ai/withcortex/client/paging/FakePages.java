package ai.withcortex.client.paging;

import ai.withcortex.core.error.CortexApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A server with pages of numbers, and switches for what servers may do differently. */
final class FakePages implements TestSource<Integer> {
  /** The numbers of the pages asked for, in order. */
  final List<Integer> requests = new ArrayList<>();

  List<Integer> items;
  int firstPage = 1;
  int greatestTake = Integer.MAX_VALUE;

  /** The length of all pages, whatever is asked for, or 0. */
  int ownTake;

  /** The status with which pages past the end are refused, or 0. */
  int refusalPastEnd;

  /** The status with which page 0 is refused if it is not the first page, or 0. */
  int refusalOfPageZero;

  /** Called after each answer is made. */
  Runnable afterAnswer = () -> {};

  boolean tellsCount = true;
  boolean tellsTake = true;

  /** Whether the take that is told is the one asked for, even if pages are shorter. */
  boolean repeatsTake;

  boolean tellsPage = true;

  /** How much the page number that is told is off. */
  int tellsPageOffBy;

  boolean repeatsLastPage;
  boolean ignoresPage;

  FakePages(int size) {
    items = IntStream.range(0, size).boxed().toList();
  }

  @Override
  public Page<Integer> page(int number, int take) {
    requests.add(number);
    int effectiveTake = ownTake > 0 ? ownTake : Math.min(take, greatestTake);
    int last = firstPage + Math.max(0, (items.size() - 1) / effectiveTake);
    int served = Math.max(firstPage, repeatsLastPage ? Math.min(number, last) : number);
    served = ignoresPage ? firstPage : served;
    int from = Math.min(items.size(), (served - firstPage) * effectiveTake);
    int to = Math.min(items.size(), from + effectiveTake);
    boolean isPastEnd = served > firstPage && from == to;
    int refusal = number < firstPage ? refusalOfPageZero : isPastEnd ? refusalPastEnd : 0;
    if (refusal > 0) {
      throw CortexApiException.builder("GET /items", refusal, "no such page").build();
    }
    Page.Builder<Integer> page = Page.builder();
    page.items(items.subList(from, to))
        .number(tellsPage ? served + tellsPageOffBy : number)
        .take(tellsTake && !repeatsTake ? effectiveTake : take)
        .isTakeConfirmed(tellsTake)
        .totalCount(tellsCount ? (long) items.size() : null);
    afterAnswer.run();
    return page.build();
  }
}
