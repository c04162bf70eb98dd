package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list that changes before every answer, at a server that does what servers do: all of it drawn
 * from one seed.
 */
final class HostileServer implements TestSource<String> {
  /** Which page sizes the server has. */
  private enum Sizes {
    /** All, up to a limit. */
    ANY,
    /** One, whatever is asked for. */
    OWN
  }

  /** When the server sends a header. */
  private enum Header {
    ALWAYS,
    SOMETIMES,
    NEVER
  }

  private final SplittableRandom random;
  private final HostileList list;
  private final int take;
  private final Sizes sizes;
  private final int ownTake;

  /** The limit of takes, which may get lower. */
  private int greatestTake;

  /** The number of answers before the limit gets lower. */
  private int answersBeforeLowering;

  private final int loweredTake;
  private boolean isLowered;

  private final int firstPage;
  private final int queryPage;
  private final boolean knowsPageZero;
  private final boolean repeatsLastPage;
  private final Header takes;

  /** Whether the take that is told is the one asked for, even if pages are shorter. */
  private final boolean repeatsTake;

  private final Header pages;
  private final Header counts;
  private final boolean hasEmptyPageZero;

  /** How pages after the end are refused, or 0 if they are empty or the last one. */
  private final int refusalPastEnd;

  private final int refusalOfPageZero;
  private final boolean hasUnread;
  private final CortexDataException unreadable = new CortexDataException("unread", "$", null);

  /** What the caller names the first page, or null. */
  private final @Nullable Integer named;

  /** What the walks over this list find out. */
  private final PageNumbers numbers;

  HostileServer(long seed) {
    random = new SplittableRandom(seed);
    take = drawLength();
    greatestTake = random.nextInt(3) == 0 ? 1 + random.nextInt(200) : Integer.MAX_VALUE;
    ownTake = drawLength();
    sizes = random.nextInt(6) == 0 ? Sizes.OWN : Sizes.ANY;
    firstPage = random.nextInt(3) == 0 ? 0 : 1;
    queryPage = random.nextBoolean() ? firstPage : 1;
    knowsPageZero = random.nextBoolean();
    hasEmptyPageZero = random.nextBoolean();
    refusalOfPageZero =
        List.of(400, 400, 403, 404, 404, 422, 422, 500, 500, 503).get(random.nextInt(10));
    repeatsLastPage = random.nextInt(3) == 0;
    refusalPastEnd = List.of(0, 0, 404, 422).get(random.nextInt(4));
    takes = drawHeader();
    pages = drawHeader();
    counts = drawHeader();
    hasUnread = random.nextInt(4) == 0;
    named = drawName();
    numbers = named == null ? PageNumbers.unknown() : PageNumbers.startingAt(named);
    list = new HostileList(random.split());
    repeatsTake = sizes != Sizes.OWN && random.nextInt(4) == 0;
    loweredTake = drawLength();
    answersBeforeLowering = repeatsTake || random.nextInt(8) > 0 ? Integer.MAX_VALUE : drawLength();
  }

  private int drawLength() {
    return random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 20 + random.nextInt(181);
  }

  private Header drawHeader() {
    int kind = random.nextInt(9);
    return kind < 6 ? Header.ALWAYS : kind < 8 ? Header.NEVER : Header.SOMETIMES;
  }

  private @Nullable Integer drawName() {
    int kind = random.nextInt(12);
    // The list has no start if the page that the caller names is empty.
    boolean isMisnamed = kind == 2 && !(firstPage == 1 && !knowsPageZero && hasEmptyPageZero);
    return kind < 2 ? (Integer) firstPage : isMisnamed ? (Integer) (1 - firstPage) : null;
  }

  private boolean tells(Header header) {
    return header == Header.ALWAYS || (header == Header.SOMETIMES && random.nextBoolean());
  }

  /** Begins to observe the list for a walk. */
  void begin() {
    list.begin();
  }

  /** Does what a server does while nobody walks. */
  void changeBetweenWalks() {
    for (int i = random.nextInt(3); i > 0; i--) {
      list.change();
    }
  }

  HostileList list() {
    return list;
  }

  /** What has been in the list all the time. */
  Set<String> lasting() {
    return list.lasting();
  }

  @Override
  public @Nullable PageNumbers numbers() {
    return numbers;
  }

  /** What the caller of a client sets as the page of the query, or null. */
  @Nullable Integer namedPage() {
    return queryPage == 0 ? (Integer) 0 : named;
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
    return queryPage == 0 || (firstPage == 1 && !knowsPageZero && !isPageZeroDoubtful());
  }

  /** Whether the caller has named another page than the first one. */
  boolean isMisnamed() {
    return named != null && named != firstPage && queryPage == 1;
  }

  /** Whether page 0 fails in a way that may pass. */
  boolean isPageZeroDown() {
    return isPageZeroDoubtful() && refusalOfPageZero == 503;
  }

  /** Whether page 0 fails so that it may exist. */
  boolean isPageZeroDoubtful() {
    boolean isRefused = firstPage == 1 && !knowsPageZero && !hasEmptyPageZero;
    return isRefused && (refusalOfPageZero == 403 || refusalOfPageZero >= 500);
  }

  boolean isUnchanging() {
    return list.isUnchanging();
  }

  /** Whether the list changes faster than its pages can be read. */
  boolean isHectic() {
    return effectiveTake() < 5 * list.mostChanges();
  }

  /** What the server makes of the take that is asked for. */
  int effectiveTake() {
    return length(take);
  }

  private int length(int asked) {
    return switch (sizes) {
      case ANY -> Math.min(asked, greatestTake);
      case OWN -> ownTake;
    };
  }

  /** Whether pages have the length that is asked for, up to a limit that stays the same. */
  boolean heedsTake() {
    return sizes == Sizes.ANY && !isLowered;
  }

  /** Whether the limit of takes got lower during a walk, or between walks. */
  boolean isLowered() {
    return isLowered;
  }

  /** Whether all headers come with each answer. */
  boolean tellsAll() {
    return takes == Header.ALWAYS && pages == Header.ALWAYS && counts == Header.ALWAYS;
  }

  boolean tellsPage() {
    return pages == Header.ALWAYS;
  }

  /** Whether the last page comes again, and no count tells that it is the last one. */
  boolean repeatsUncounted() {
    return repeatsLastPage && counts != Header.ALWAYS;
  }

  boolean repeatsLastPage() {
    return repeatsLastPage;
  }

  boolean isOnePage() {
    return list.items.size() <= effectiveTake();
  }

  boolean hasUnread() {
    return hasUnread;
  }

  static String id(UnreadElement element) {
    return requireNonNull(element.json().get("id")).asString();
  }

  @Override
  public Page<String> page(int number, int asked) {
    list.change();
    if (answersBeforeLowering-- == 0) {
      greatestTake = Math.min(greatestTake, loweredTake);
      isLowered = true;
    }
    int size = list.items.size();
    if (number < firstPage && !knowsPageZero) {
      if (hasEmptyPageZero) {
        return page(number, asked, size, size, number);
      }
      throw refusal(refusalOfPageZero);
    }
    int length = length(asked);
    int last = firstPage + Math.max(0, (size - 1) / length);
    int served = Math.max(firstPage, repeatsLastPage ? Math.min(number, last) : number);
    int from = (int) Math.min(size, (long) (served - firstPage) * length);
    if (refusalPastEnd > 0 && served > firstPage && from == size) {
      throw refusal(refusalPastEnd);
    }
    return page(number, asked, from, Math.min(size, from + length), served);
  }

  private Page<String> page(int number, int asked, int from, int to, int served) {
    List<String> readable = new ArrayList<>();
    List<UnreadElement> unread = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String item = list.items.get(i);
      if (hasUnread && item.hashCode() % 5 == 0) {
        JsonValue json = JsonValue.parse("{\"id\":\"" + item + "\"}");
        unread.add(new UnreadElement(i - from, json, unreadable));
      } else {
        readable.add(item);
      }
    }
    boolean tellsTake = tells(takes);
    return Page.<String>builder()
        .items(readable)
        .unread(unread)
        .number(tells(pages) ? served : number)
        .take(tellsTake && !repeatsTake ? length(asked) : asked)
        .isTakeConfirmed(tellsTake)
        .totalCount(tells(counts) ? (long) list.items.size() : null)
        .build();
  }

  private static CortexApiException refusal(int status) {
    return CortexApiException.builder("GET /items", status, "refused").build();
  }

  /** Which of its kinds this server is; each kind has a number and a value. */
  Set<String> kinds() {
    List<Object> kinds =
        Arrays.asList(
            take < 20,
            greatestTake < Integer.MAX_VALUE,
            sizes,
            firstPage,
            queryPage,
            knowsPageZero,
            hasEmptyPageZero,
            refusalOfPageZero,
            repeatsLastPage,
            refusalPastEnd,
            takes,
            repeatsTake,
            pages,
            counts,
            hasUnread,
            named,
            answersBeforeLowering < Integer.MAX_VALUE,
            list.isUnchanging(),
            list.deletes());
    return IntStream.range(0, kinds.size())
        .mapToObj(i -> i + " " + kinds.get(i))
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return String.format(
        "take %d, %s pages of %d%s, query %d from %d, named %s, page 0 %s, repeats %s, end %d, take"
            + " %s%s, page %s, count %s, %s",
        take,
        sizes,
        length(take),
        isLowered ? " now" : "",
        queryPage,
        firstPage,
        named,
        knowsPageZero ? "known" : hasEmptyPageZero ? "empty" : "" + refusalOfPageZero,
        repeatsLastPage,
        refusalPastEnd,
        takes,
        repeatsTake ? " as asked" : "",
        pages,
        counts,
        list);
  }
}
