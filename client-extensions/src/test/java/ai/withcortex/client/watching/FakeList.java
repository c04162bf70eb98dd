package ai.withcortex.client.watching;

import static org.mockito.Mockito.mock;

import ai.withcortex.client.internal.WaitTimer;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PageRequest;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list of texts such as {@code a=RUNNING}: an ID and a state. */
final class FakeList implements PageSource<String> {
  /** Why an item cannot be read. */
  final CortexDataException unreadFailure = mock(CortexDataException.class);

  List<String> items = new ArrayList<>();

  /** What the next requests fail with. */
  final Deque<RuntimeException> failures = new ArrayDeque<>();

  /** The JSON of the items that cannot be read, by the ID of the item. */
  Map<String, String> unread = Map.of();

  /** What requests for page 0 fail with. */
  Supplier<@Nullable RuntimeException> pageZeroFailure = () -> null;

  Runnable beforeAnswer = () -> {};
  boolean isHeld;

  /** What was asked for while answers were held back. */
  final List<CompletableFuture<Page<String>>> held = new ArrayList<>();

  /** Which states are final; all of them unless a test says otherwise. */
  Predicate<String> isEnded = state -> true;

  String query = "items";

  /** How many items a watch asks for per page. */
  int take = 20;

  /** The number of the first page; a server that counts from 1 repeats its page 1 for page 0. */
  int firstPage = 1;

  PageNumbers numbers = PageNumbers.startingAt(1);

  /** The most items per page. */
  int longest = Integer.MAX_VALUE;

  /** How many items each page has if the server ignores the take, or 0. */
  int ownTake;

  boolean hidesNumber;
  boolean hidesTake;
  boolean hidesCount;
  int requests;

  FakeList(String... items) {
    show(items);
  }

  void show(String... items) {
    this.items = new ArrayList<>(Arrays.asList(items));
  }

  static String id(String item) {
    return item.substring(0, item.indexOf('='));
  }

  static String state(String item) {
    return item.substring(item.indexOf('=') + 1);
  }

  @Override
  public synchronized CompletableFuture<Page<String>> fetchAsync(PageRequest request) {
    requests++;
    if (isHeld) {
      CompletableFuture<Page<String>> answer = new CompletableFuture<>();
      held.add(answer);
      notifyAll();
      return answer;
    }
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
    beforeAnswer.run();
    RuntimeException failure = request.number() == 0 ? pageZeroFailure.get() : null;
    if (failure != null) {
      throw failure;
    }
    return CompletableFuture.completedFuture(page(request.number(), request.take()));
  }

  /** Waits until so many requests are held back. */
  synchronized void awaitHeld(int count) throws InterruptedException {
    while (held.size() < count) {
      wait();
    }
  }

  private Page<String> page(int askedNumber, int askedTake) {
    int take = ownTake > 0 ? ownTake : Math.min(longest, askedTake);
    int number = Math.max(firstPage, askedNumber);
    int from = Math.min(items.size(), (number - firstPage) * take);
    List<String> all = items.subList(from, Math.min(items.size(), from + take));
    List<UnreadElement> unreadable = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String json = unread.get(id(all.get(i)));
      if (json != null) {
        unreadable.add(new UnreadElement(i, JsonValue.parse(json), unreadFailure));
      }
    }
    return Page.<String>builder()
        .items(all.stream().filter(item -> !unread.containsKey(id(item))).toList())
        .unread(unreadable)
        .number(hidesNumber ? askedNumber : number)
        .take(hidesTake ? askedTake : take)
        .isTakeConfirmed(!hidesTake)
        .totalCount(hidesCount ? null : (Long) (long) items.size())
        .build();
  }

  @Override
  public String identity(String item) {
    return id(item);
  }

  @Override
  public PageNumbers numbers() {
    return numbers;
  }

  @Override
  public String query() {
    return query;
  }

  Watch<String> watch(WatchOptions options, WaitTimer time) {
    return Watches.of(watched(), options, time);
  }

  WatchedList<String> watched() {
    return new WatchedList<>(this, 1, take, FakeList::state, isEnded);
  }
}
