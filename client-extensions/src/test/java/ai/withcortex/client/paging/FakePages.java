package ai.withcortex.client.paging;

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
  boolean tellsCount = true;
  boolean tellsTake = true;
  boolean tellsPage = true;
  boolean repeatsLastPage;
  boolean refusesPagesPastTheEnd;
  boolean ignoresPage;

  FakePages(int size) {
    items = IntStream.range(0, size).boxed().toList();
  }

  @Override
  public Page<Integer> page(int number, int take) {
    requests.add(number);
    int effectiveTake = Math.min(take, greatestTake);
    int last = firstPage + Math.max(0, (items.size() - 1) / effectiveTake);
    int served = Math.max(firstPage, repeatsLastPage ? Math.min(number, last) : number);
    served = ignoresPage ? firstPage : served;
    if (refusesPagesPastTheEnd && number > last) {
      throw HostileServer.refusal();
    }
    int from = Math.min(items.size(), (served - firstPage) * effectiveTake);
    int to = Math.min(items.size(), from + effectiveTake);
    return Page.<Integer>builder()
        .items(items.subList(from, to))
        .number(tellsPage ? served : number)
        .take(tellsTake ? effectiveTake : take)
        .isTakeConfirmed(tellsTake)
        .totalCount(tellsCount ? (long) items.size() : null)
        .build();
  }
}
