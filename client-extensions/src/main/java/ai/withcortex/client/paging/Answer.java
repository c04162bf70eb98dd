package ai.withcortex.client.paging;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page as a plan sees it: what stands at each of its places, and what the server said of it. */
final class Answer<T> {
  final int number;
  final int take;
  final boolean isTakeConfirmed;
  final @Nullable Long count;
  final List<Entry<T>> entries;

  Answer(Page<T> page, Function<? super T, String> identity) {
    number = page.number();
    take = page.take();
    isTakeConfirmed = page.isTakeConfirmed();
    count = page.totalCount();
    entries = entries(page, identity);
  }

  int size() {
    return entries.size();
  }

  @Nullable Identity first() {
    return entries.isEmpty() ? null : entries.get(0).identity;
  }

  private static <T> List<Entry<T>> entries(Page<T> page, Function<? super T, String> identity) {
    MessageDigest digest = Identity.newDigest();
    List<Entry<T>> entries = new ArrayList<>(page.items().size());
    for (T item : page.items()) {
      entries.add(new Entry<>(Identity.of(identity.apply(item), digest), item));
    }
    return entries;
  }
}
