package ai.withcortex.client.paging;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ai.withcortex.core.error.CortexApiException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that changes before every answer, at a server that does what servers do: all of it drawn
 * from one seed.
 */
final class HostileServer implements TestSource<String> {
  private static final int MOST_CHANGES = 12;

  /** Where changes happen. */
  private enum Place {
    ANYWHERE,
    ADDITIONS_AT_THE_START,
    DELETIONS_AT_THE_START
  }

  private final Random random;
  private final int take;
  private final int greatestTake;
  private final int firstPage;
  private final int queryPage;
  private final boolean knowsPageZero;
  private final boolean repeatsLastPage;
  private final boolean tellsTake;
  private final boolean tellsPage;
  private final boolean tellsCount;
  private final int mostChanges;
  private final Place place;
  private final List<String> items = new ArrayList<>();
  private final boolean hasEmptyPageZero;
  private Set<String> lasting = new HashSet<>();

  /** The places of the items that were in the list at the start of the walk. */
  private Map<String, Integer> places = new HashMap<>();

  private int added;
  private int requests;

  HostileServer(long seed) {
    random = new Random(seed);
    int size = random.nextInt(random.nextInt(5) == 0 ? 30 : 2001);
    take = random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 20 + random.nextInt(181);
    greatestTake = random.nextInt(3) == 0 ? 1 + random.nextInt(200) : Integer.MAX_VALUE;
    firstPage = random.nextInt(3) == 0 ? 0 : 1;
    knowsPageZero = random.nextBoolean();
    repeatsLastPage = random.nextInt(3) == 0;
    tellsTake = random.nextInt(3) > 0;
    tellsPage = random.nextInt(3) > 0;
    tellsCount = random.nextInt(3) > 0;
    mostChanges = random.nextInt(3) == 0 ? 0 : random.nextInt(MOST_CHANGES + 1);
    place = Place.values()[random.nextInt(3)];
    queryPage = random.nextBoolean() ? firstPage : 1;
    for (int i = 0; i < size; i++) {
      items.add("item " + i);
    }
    hasEmptyPageZero = new Random(~seed).nextBoolean();
    begin();
  }

  /** Begins to observe the list for a walk. */
  void begin() {
    lasting = new HashSet<>(items);
    places = new HashMap<>();
    items.forEach(item -> places.put(item, places.size()));
  }

  /** Returns the place of an item in the order of the list, or null if it was added later. */
  @Nullable Integer place(String item) {
    return places.get(item);
  }

  @Override
  public @Nullable PageNumbers numbers() {
    return null;
  }

  int take() {
    return take;
  }

  /** What walks ask for first: the page that starts the list, or page 1 without knowing better. */
  int queryPage() {
    return queryPage;
  }

  /** Whether a walk need not find out whether page 1 starts the list. */
  boolean isStartKnown() {
    return queryPage == 0 || (firstPage == 1 && !knowsPageZero);
  }

  boolean isUnchanging() {
    return mostChanges == 0;
  }

  /** What the server makes of the take that is asked for. */
  int effectiveTake() {
    return Math.min(take, greatestTake);
  }

  /** What has been in the list all the time. */
  Set<String> lasting() {
    return lasting;
  }

  int requests() {
    return requests;
  }

  @Override
  public Page<String> page(int number, int asked) {
    requests++;
    change();
    if (number < firstPage && !knowsPageZero) {
      if (hasEmptyPageZero) {
        return page(number, asked, items.size(), items.size(), number);
      }
      throw refusal();
    }
    int size = Math.min(asked, greatestTake);
    int last = firstPage + Math.max(0, (items.size() - 1) / size);
    int served = Math.max(firstPage, repeatsLastPage ? Math.min(number, last) : number);
    int from = (int) Math.min(items.size(), (long) (served - firstPage) * size);
    return page(number, asked, from, Math.min(items.size(), from + size), served);
  }

  private Page<String> page(int number, int asked, int from, int to, int served) {
    int size = Math.min(asked, greatestTake);
    return Page.<String>builder()
        .items(items.subList(from, to))
        .number(tellsPage ? served : number)
        .take(tellsTake ? size : asked)
        .isTakeConfirmed(tellsTake)
        .totalCount(tellsCount ? (long) items.size() : null)
        .build();
  }

  void change() {
    int additions = random.nextInt(mostChanges + 1);
    for (int i = 0; i < additions; i++) {
      int at = place == Place.ADDITIONS_AT_THE_START ? 0 : random.nextInt(items.size() + 1);
      items.add(at, "added " + added++);
    }
    int deletions = random.nextInt(mostChanges + 1);
    for (int i = 0; i < deletions && !items.isEmpty(); i++) {
      int bound = place == Place.DELETIONS_AT_THE_START ? Math.min(items.size(), 50) : items.size();
      lasting.remove(items.remove(random.nextInt(bound)));
    }
  }

  /** Only a server's answer makes one. */
  static CortexApiException refusal() {
    CortexApiException refusal = mock(CortexApiException.class);
    when(refusal.status()).thenReturn(422);
    return refusal;
  }
}
