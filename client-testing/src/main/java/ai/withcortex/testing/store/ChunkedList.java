package ai.withcortex.testing.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A list with fast access, insertion and removal anywhere, even if it is long: it is split into
 * parts, and a change moves elements of only one part. Not safe for use by several threads.
 */
final class ChunkedList<E> {
  static final int GREATEST_PART = 1024;

  private final List<List<E>> parts = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  /** Returns a copy of the elements from one index to another, which is excluded. */
  List<E> copy(int from, int to) {
    List<E> copy = new ArrayList<>(to - from);
    int start = 0;
    for (int i = 0; i < parts.size() && start < to; i++) {
      List<E> part = parts.get(i);
      int end = start + part.size();
      if (end > from) {
        copy.addAll(part.subList(Math.max(from, start) - start, Math.min(to, end) - start));
      }
      start = end;
    }
    return copy;
  }

  List<E> copyIf(Predicate<? super E> predicate) {
    return parts.stream().flatMap(List::stream).filter(predicate).collect(Collectors.toList());
  }

  void forEach(Consumer<? super E> action) {
    parts.forEach(part -> part.forEach(action));
  }

  /**
   * Returns the first index from which all elements match; the size if none does.
   *
   * @param predicate false for some elements at the start, then true for all others
   */
  int firstIndex(Predicate<? super E> predicate) {
    int start = 0;
    for (List<E> part : parts) {
      if (predicate.test(part.get(part.size() - 1))) {
        return start + firstIndex(part, predicate);
      }
      start += part.size();
    }
    return size;
  }

  /** Adds an element at an index from 0 to the size. */
  void add(int index, E element) {
    if (index == size) {
      append(element);
      return;
    }
    Spot spot = spot(index);
    List<E> part = parts.get(spot.part);
    part.add(spot.offset, element);
    size++;
    if (part.size() > GREATEST_PART) {
      List<E> half = part.subList(GREATEST_PART / 2, part.size());
      parts.add(spot.part + 1, new ArrayList<>(half));
      half.clear();
    }
  }

  void set(int index, E element) {
    Spot spot = spot(index);
    parts.get(spot.part).set(spot.offset, element);
  }

  E remove(int index) {
    Spot spot = spot(index);
    List<E> part = parts.get(spot.part);
    E removed = part.remove(spot.offset);
    size--;
    if (part.isEmpty()) {
      parts.remove(spot.part);
    }
    return removed;
  }

  void clear() {
    parts.clear();
    size = 0;
  }

  /** Keeps the parts before the last one full, which splitting would not. */
  private void append(E element) {
    if (parts.isEmpty() || parts.get(parts.size() - 1).size() == GREATEST_PART) {
      parts.add(new ArrayList<>());
    }
    parts.get(parts.size() - 1).add(element);
    size++;
  }

  private Spot spot(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index " + index + " of " + size);
    }
    int part = 0;
    int offset = index;
    while (offset >= parts.get(part).size()) {
      offset -= parts.get(part).size();
      part++;
    }
    return new Spot(part, offset);
  }

  private static <E> int firstIndex(List<E> part, Predicate<? super E> predicate) {
    // No element equals the key, so the search ends where the key would have to be inserted.
    return -1
        - Collections.binarySearch(
            part, part.get(0), (element, unused) -> predicate.test(element) ? 1 : -1);
  }

  private static final class Spot {
    final int part;
    final int offset;

    Spot(int part, int offset) {
      this.part = part;
      this.offset = offset;
    }
  }
}
