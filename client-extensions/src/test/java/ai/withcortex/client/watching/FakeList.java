package ai.withcortex.client.watching;

import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PageRequest;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.core.UnreadElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A list of texts such as {@code a=RUNNING}: an ID and a state. */
final class FakeList implements PageSource<String> {
  List<String> items = new ArrayList<>();

  /** What the next requests fail with. */
  final Deque<RuntimeException> failures = new ArrayDeque<>();

  /** What cannot be read on any page. */
  List<UnreadElement> unread = List.of();

  Runnable beforeAnswer = () -> {};
  boolean isHeld;

  /** What was asked for while answers were held back. */
  final List<CompletableFuture<Page<String>>> held = new ArrayList<>();

  /** Which states are final; all of them unless a test says otherwise. */
  Predicate<String> isEnded = state -> true;

  String query = "items";
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
    return CompletableFuture.completedFuture(page(request.number(), request.take()));
  }

  /** Waits until so many requests are held back. */
  synchronized void awaitHeld(int count) throws InterruptedException {
    while (held.size() < count) {
      wait();
    }
  }

  private Page<String> page(int number, int take) {
    int from = Math.min(items.size(), Math.max(0, number - 1) * take);
    return Page.<String>builder()
        .items(items.subList(from, Math.min(items.size(), from + take)))
        .unread(unread)
        .number(Math.max(1, number))
        .take(take)
        .isTakeConfirmed(true)
        .totalCount((long) items.size() + unread.size())
        .build();
  }

  @Override
  public String identity(String item) {
    return id(item);
  }

  @Override
  public PageNumbers numbers() {
    return PageNumbers.startingAt(1);
  }

  @Override
  public String query() {
    return query;
  }

  Watch<String> watch(WatchOptions options, WatchTimer time) {
    return Watches.of(watched(), options, time);
  }

  WatchedList<String> watched() {
    return new WatchedList<>(this, 1, 20, FakeList::state, isEnded);
  }
}
