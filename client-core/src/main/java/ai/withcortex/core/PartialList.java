package ai.withcortex.core;

import ai.withcortex.core.body.ReadList;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.http.RequestName;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import okhttp3.Request;

/**
 * The list returned by a call that {@linkplain CallLimits#acceptingUnread accepts} unreadable
 * elements. It contains the readable elements, and {@link #unread()} returns the others.
 * Unmodifiable.
 *
 * @param <E> the type of the elements
 */
public final class PartialList<E> extends AbstractList<E> implements RandomAccess {
  private final List<E> read;
  private final List<UnreadElement> unread;
  private final long bytes;

  private PartialList(List<E> read, List<UnreadElement> unread, long bytes) {
    this.read = read;
    this.unread = unread;
    this.bytes = bytes;
  }

  /** Returns the list for a call that accepts unreadable elements; failures name the request. */
  static <E> PartialList<E> of(ReadList<E> body, Request request, int attempts) {
    List<UnreadElement> unread = new ArrayList<>(body.problems.size());
    for (ReadList.Problem problem : body.problems) {
      CortexDataException failure =
          problem.failure.toDataException(RequestName.of(request), attempts);
      unread.add(new UnreadElement(problem.index, problem.json, failure));
    }
    body.accept();
    return new PartialList<>(body, Collections.unmodifiableList(unread), body.bytes);
  }

  /**
   * Casts the list returned by a call to a partial list.
   *
   * @throws IllegalArgumentException if the list was not returned by a call, or the call does not
   *     accept unreadable elements
   */
  public static <E> PartialList<E> of(List<E> body) {
    if (body instanceof PartialList) {
      return (PartialList<E>) body;
    }
    throw new IllegalArgumentException(
        "Expected a list returned by a call that accepts unreadable elements");
  }

  /** Returns the elements that could not be read, in order. */
  public List<UnreadElement> unread() {
    return unread;
  }

  /** Returns the size of the body in bytes, after decompression. */
  public long bytes() {
    return bytes;
  }

  /** Returns the number of elements that could be read. */
  @Override
  public int size() {
    return read.size();
  }

  @Override
  public E get(int index) {
    return read.get(index);
  }
}
