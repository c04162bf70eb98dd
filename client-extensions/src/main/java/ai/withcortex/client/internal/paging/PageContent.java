package ai.withcortex.client.internal.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as seen by a strategy: the item at each position and the server's metadata. */
public final class PageContent<T> {
  final int number;
  final int take;
  final boolean isTakeConfirmed;
  final @Nullable Long count;
  final List<PageItem<T>> items;

  public PageContent(
      List<PageItem<T>> items,
      int number,
      int take,
      boolean isTakeConfirmed,
      @Nullable Long count) {
    this.items = items;
    this.number = number;
    this.take = take;
    this.isTakeConfirmed = isTakeConfirmed;
    this.count = count;
  }

  /** Returns what a refused page past the end of the list would contain. */
  static <T> PageContent<T> empty(Window asked, @Nullable Long count) {
    return new PageContent<>(Collections.emptyList(), asked.number, asked.take, false, count);
  }

  int size() {
    return items.size();
  }

  /**
   * Returns whether the server has told its take. A take that only repeats the request may be
   * greater than the server's limit, unless a page was as long.
   *
   * @param longest the number of items on the longest page
   */
  boolean isTakeProven(Window asked, int longest) {
    return isTakeConfirmed && (take != asked.take || longest >= take);
  }

  /** Returns whether the list has as many items as the page, according to its count. */
  boolean isCounted() {
    return count != null && count == size();
  }

  /** Returns the length of the server's full pages as far as the response tells it. */
  int sizeOfPages(Window asked) {
    if (isTakeProven(asked, size()) && take > 0) {
      return take;
    }
    boolean hasNext = count != null && count > asked.start + size();
    return hasNext && size() >= Window.LONG_ENOUGH ? size() : asked.take;
  }

  @Nullable Identity first() {
    return items.isEmpty() ? null : items.get(0).identity;
  }

  /** Returns the index of the last entry whose identity is in the set, or -1 if there is none. */
  int lastOf(IdentitySet identities) {
    int last = size() - 1;
    while (last >= 0 && !identities.contains(items.get(last).identity)) {
      last--;
    }
    return last;
  }

  /** Returns the index of the first entry whose identity is in the set, or -1 if there is none. */
  int firstOf(IdentitySet identities) {
    int first = 0;
    while (first < size() && !identities.contains(items.get(first).identity)) {
      first++;
    }
    return first < size() ? first : -1;
  }

  /** Sets the positions of the items, given the number of items before the page. */
  void place(long start) {
    long position = start;
    for (PageItem<T> item : items) {
      position++;
      item.position = position;
    }
  }

  /** Sets for each item the next one that was delivered earlier. */
  void place(IdentitySet delivered) {
    Identity next = null;
    for (int i = size() - 1; i >= 0; i--) {
      PageItem<T> item = items.get(i);
      item.delivered = next;
      next = delivered.contains(item.identity) ? item.identity : next;
    }
  }

  /** Returns the items whose identity is in the set. */
  List<PageItem<T>> in(IdentitySet identities) {
    List<PageItem<T>> among = new ArrayList<>();
    for (PageItem<T> item : items) {
      if (identities.contains(item.identity)) {
        among.add(item);
      }
    }
    return among;
  }

  /** Returns whether most of the items were on an earlier page. */
  boolean isMostly(List<Identity> earlier) {
    List<Identity> again = identities();
    again.retainAll(new HashSet<>(earlier));
    return 2 * again.size() > size();
  }

  List<Identity> identities() {
    List<Identity> identities = new ArrayList<>(size());
    items.forEach(item -> identities.add(item.identity));
    return identities;
  }
}
