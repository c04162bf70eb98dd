package ai.withcortex.core;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelReader;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The list that a call returns: the readable elements, and the unreadable ones if the call
 * {@linkplain CallLimits#acceptingUnread accepts} them. Unmodifiable.
 *
 * @param <E> the type of the elements
 */
public final class PartialList<E> extends AbstractList<E> implements RandomAccess {
  private final List<E> read;
  private final List<Problem> problems;
  private final List<UnreadElement> unread;
  private final int bytes;
  private final Runnable onUse;

  private PartialList(
      List<E> read, List<Problem> problems, List<UnreadElement> unread, int bytes, Runnable onUse) {
    this.read = read;
    this.problems = problems;
    this.unread = unread;
    this.bytes = bytes;
    this.onUse = onUse;
  }

  /**
   * Reads a document; returns null for the JSON value {@code null}.
   *
   * @param onUse runs once it is certain that the list does not fail its call
   */
  static <E> @Nullable PartialList<E> read(
      ModelReader document, JsonAdapter<E> elements, int bytes, Runnable onUse) throws IOException {
    if (document.peek() == JsonReader.Token.NULL) {
      document.skipValue();
      document.requireEnd();
      return null;
    }
    List<Problem> problems = new ArrayList<>();
    List<E> read =
        document.readElements(
            elements,
            (index, json, path, failure) ->
                problems.add(new Problem(index, json, UnreadableBodyException.of(failure, path))));
    if (problems.isEmpty()) {
      onUse.run();
    }
    return new PartialList<>(read, problems, Collections.emptyList(), bytes, onUse);
  }

  /**
   * Returns the list that a call returned as a partial list.
   *
   * @throws IllegalArgumentException if the list comes from elsewhere
   */
  public static <E> PartialList<E> of(List<E> body) {
    if (body instanceof PartialList) {
      return (PartialList<E>) body;
    }
    throw new IllegalArgumentException("Expected the list that answered a call");
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

  /**
   * Returns the failure of a call with this body that accepts no unreadable elements; null if there
   * is none.
   */
  static @Nullable UnreadableBodyException problemIn(@Nullable Object body) {
    List<Problem> problems =
        body instanceof PartialList ? ((PartialList<?>) body).problems : Collections.emptyList();
    return problems.isEmpty() ? null : problems.get(0).failure;
  }

  /**
   * Returns this list for a call that accepts unreadable elements, whose failures name the request.
   */
  PartialList<E> accepted(String requestName, int attempts) {
    List<UnreadElement> named = new ArrayList<>(problems.size());
    for (Problem problem : problems) {
      CortexDataException failure = problem.failure.toDataException(requestName, attempts);
      named.add(new UnreadElement(problem.index, problem.json, failure));
    }
    onUse.run();
    return new PartialList<>(read, problems, Collections.unmodifiableList(named), bytes, onUse);
  }

  private static final class Problem {
    final int index;
    final JsonValue json;
    final UnreadableBodyException failure;

    Problem(int index, JsonValue json, UnreadableBodyException failure) {
      this.index = index;
      this.json = json;
      this.failure = failure;
    }
  }
}
