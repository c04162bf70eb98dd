package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
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
  private static final int MOST_ADDED = 500;

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

  /** The length of all pages, whatever is asked for, or 0. */
  private final int ownTake;

  /** How pages after the end are refused, or 0 if they are empty or the last one. */
  private final int refusalPastEnd;

  private final int refusalOfPageZero;
  private final boolean hasUnread;
  private final CortexDataException unreadable = new CortexDataException("unread", "$", null);
  private final boolean deletes;

  /** What the walks over this list find out. */
  private final PageNumbers numbers = PageNumbers.unknown();

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
    // Drawn apart, so that the seeds keep their meaning.
    Random more = new Random(~seed);
    hasEmptyPageZero = more.nextBoolean();
    int length = more.nextInt(4) == 0 ? 1 + more.nextInt(20) : 20 + more.nextInt(181);
    ownTake = more.nextInt(6) == 0 ? length : 0;
    refusalPastEnd = List.of(0, 0, 404, 422).get(more.nextInt(4));
    refusalOfPageZero = List.of(400, 404, 422, 500).get(more.nextInt(4));
    hasUnread = more.nextInt(4) == 0;
    deletes = more.nextInt(4) > 0;
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
    return numbers;
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
    boolean isRefused = !knowsPageZero && (hasEmptyPageZero || refusalOfPageZero < 500);
    return queryPage == 0 || (firstPage == 1 && isRefused);
  }

  boolean isUnchanging() {
    return mostChanges == 0;
  }

  /** What the server makes of the take that is asked for. */
  int effectiveTake() {
    return length(take);
  }

  private int length(int asked) {
    return ownTake > 0 ? ownTake : Math.min(asked, greatestTake);
  }

  /** Whether pages have the length that is asked for, up to a limit. */
  boolean heedsTake() {
    return ownTake == 0;
  }

  /** Whether items are deleted, which reading page by page does not notice. */
  boolean deletes() {
    return deletes && mostChanges > 0;
  }

  /** Whether the last page comes again, and no count tells that it is the last one. */
  boolean repeatsLastPage() {
    return repeatsLastPage && !tellsCount;
  }

  boolean hasUnread() {
    return hasUnread;
  }

  static String id(UnreadElement element) {
    return requireNonNull(element.json().get("id")).asString();
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
      throw refusal(refusalOfPageZero);
    }
    int size = length(asked);
    int last = firstPage + Math.max(0, (items.size() - 1) / size);
    int served = Math.max(firstPage, repeatsLastPage ? Math.min(number, last) : number);
    int from = (int) Math.min(items.size(), (long) (served - firstPage) * size);
    if (refusalPastEnd > 0 && served > firstPage && from == items.size()) {
      throw refusal(refusalPastEnd);
    }
    return page(number, asked, from, Math.min(items.size(), from + size), served);
  }

  private Page<String> page(int number, int asked, int from, int to, int served) {
    int size = length(asked);
    List<String> readable = new ArrayList<>();
    List<UnreadElement> unread = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String item = items.get(i);
      if (hasUnread && item.hashCode() % 5 == 0) {
        JsonValue json = JsonValue.parse("{\"id\":\"" + item + "\"}");
        unread.add(new UnreadElement(i - from, json, unreadable));
      } else {
        readable.add(item);
      }
    }
    return Page.<String>builder()
        .items(readable)
        .unread(unread)
        .number(tellsPage ? served : number)
        .take(tellsTake ? size : asked)
        .isTakeConfirmed(tellsTake)
        .totalCount(tellsCount ? (long) items.size() : null)
        .build();
  }

  void change() {
    int additions = random.nextInt(mostChanges + 1);
    // Without a count and deletions, walks with short pages would never end.
    boolean isFull = !deletes && added > MOST_ADDED;
    for (int i = 0; i < additions && !isFull; i++) {
      int at = place == Place.ADDITIONS_AT_THE_START ? 0 : random.nextInt(items.size() + 1);
      items.add(at, "added " + added++);
    }
    int deletions = random.nextInt(mostChanges + 1);
    for (int i = 0; i < deletions && deletes && !items.isEmpty(); i++) {
      int bound = place == Place.DELETIONS_AT_THE_START ? Math.min(items.size(), 50) : items.size();
      lasting.remove(items.remove(random.nextInt(bound)));
    }
  }

  private static CortexApiException refusal(int status) {
    return CortexApiException.builder("GET /items", status, "refused").build();
  }
}
