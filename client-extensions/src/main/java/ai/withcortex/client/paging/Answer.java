package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.json.JsonValue;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as a plan sees it: the entry at each position, and the server's metadata. */
final class Answer<T> {
  final int number;
  final int take;
  final boolean isTakeConfirmed;
  final @Nullable Long count;
  final List<Entry<T>> entries;

  Answer(Page<T> page, PageSource<T> source) {
    requireNonNull(page, "the source has answered null, and no page");
    number = page.number();
    take = page.take();
    isTakeConfirmed = page.isTakeConfirmed();
    count = page.totalCount();
    entries = entries(page, source);
  }

  int size() {
    return entries.size();
  }

  @Nullable Identity first() {
    return entries.isEmpty() ? null : entries.get(0).identity;
  }

  /** Returns the index of the last entry whose identity is in the set, or -1. */
  int lastOf(IdentitySet identities) {
    int last = size() - 1;
    while (last >= 0 && !identities.contains(entries.get(last).identity)) {
      last--;
    }
    return last;
  }

  /** Sets the positions of the entries, given how many items come before the first one. */
  void place(long start) {
    long position = start;
    for (Entry<T> entry : entries) {
      position++;
      entry.position = position;
    }
  }

  /** Returns the entries whose identity is in the set. */
  List<Entry<T>> in(IdentitySet identities) {
    List<Entry<T>> among = new ArrayList<>();
    for (Entry<T> entry : entries) {
      if (identities.contains(entry.identity)) {
        among.add(entry);
      }
    }
    return among;
  }

  List<Identity> identities() {
    List<Identity> identities = new ArrayList<>(size());
    entries.forEach(entry -> identities.add(entry.identity));
    return identities;
  }

  private static <T> List<Entry<T>> entries(Page<T> page, PageSource<T> source) {
    MessageDigest digest = Identity.newDigest();
    List<Entry<T>> entries = new ArrayList<>(page.items().size() + page.unread().size());
    for (T item : page.items()) {
      entries.add(new Entry<>(Identity.of(source.identity(item), digest), item, null));
    }
    for (UnreadElement element : page.unread()) {
      Entry<T> entry = new Entry<>(Identity.of(identity(element), digest), null, element);
      entries.add(Math.min(element.index(), entries.size()), entry);
    }
    return entries;
  }

  /** Returns its ID if that is readable, else its whole JSON. */
  private static String identity(UnreadElement element) {
    JsonValue json = element.json();
    JsonValue id = json.kind() == JsonValue.Kind.OBJECT ? json.get("id") : null;
    return id != null && id.kind() == JsonValue.Kind.STRING ? id.asString() : json.json();
  }
}
