package ai.withcortex.core;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A list as a call of {@link CortexTransport#partialApi} answers it: the elements that could be
 * read, and those that could not. Unmodifiable.
 *
 * @param <E> the elements
 */
public final class PartialList<E> extends AbstractList<E> {
  private final List<E> read;
  private final List<UnreadElement> unread;
  private final List<UnreadableBodyException> problems;
  private final long bytes;

  /**
   * @param problems what is wrong with each of the unread elements
   */
  PartialList(
      List<E> read,
      List<UnreadElement> unread,
      List<UnreadableBodyException> problems,
      long bytes) {
    this.read = read;
    this.unread = unread;
    this.problems = problems;
    this.bytes = bytes;
  }

  /**
   * The body of an answer to a call of {@link CortexTransport#partialApi}, seen as what it is.
   *
   * @throws IllegalArgumentException if the list comes from elsewhere
   */
  public static <E> PartialList<E> of(List<E> body) {
    if (body instanceof PartialList) {
      return (PartialList<E>) body;
    }
    throw new IllegalArgumentException("Expected the answer to a call of partialApi");
  }

  /** The elements that could not be read, in order. */
  public List<UnreadElement> unread() {
    return unread;
  }

  /** How long the body was, in bytes, after decompression. */
  public long bytes() {
    return bytes;
  }

  /** How many elements could be read. */
  @Override
  public int size() {
    return read.size();
  }

  @Override
  public E get(int index) {
    return read.get(index);
  }

  /** The same list, whose failures name the request. */
  PartialList<E> answerTo(String requestName, int attempts) {
    List<UnreadElement> named = new ArrayList<>(unread.size());
    for (int i = 0; i < unread.size(); i++) {
      UnreadElement element = unread.get(i);
      CortexDataException failure = problems.get(i).toDataException(requestName, attempts);
      named.add(new UnreadElement(element.index(), element.json(), failure));
    }
    return new PartialList<>(read, Collections.unmodifiableList(named), problems, bytes);
  }
}
