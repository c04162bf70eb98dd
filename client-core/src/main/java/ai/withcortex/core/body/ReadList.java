package ai.withcortex.core.body;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelReader;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The readable elements of a list, and the failures of the others. Unmodifiable.
 *
 * @param <E> the type of the elements
 */
public final class ReadList<E> extends AbstractList<E> implements RandomAccess {
  /** The unreadable elements, in order. */
  public final List<Problem> problems;

  /** The size of the body in bytes. */
  public final int bytes;

  private final List<E> read;
  private final Runnable onUse;

  private ReadList(List<E> read, List<Problem> problems, int bytes, Runnable onUse) {
    this.read = read;
    this.problems = problems;
    this.bytes = bytes;
    this.onUse = onUse;
  }

  /**
   * Reads a document; returns null for the JSON value {@code null}.
   *
   * @param onUse runs once it is certain that the list will not fail its call
   */
  static <E> @Nullable ReadList<E> read(
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
    return new ReadList<>(read, problems, bytes, onUse);
  }

  /**
   * Returns the failure of a call that received this body and accepts no unreadable elements; null
   * if every element could be read.
   */
  public static @Nullable UnreadableBodyException problemIn(@Nullable Object body) {
    return body instanceof ReadList && !((ReadList<?>) body).problems.isEmpty()
        ? ((ReadList<?>) body).problems.get(0).failure
        : null;
  }

  /** Marks the unreadable elements as accepted by the call. */
  public void accept() {
    if (!problems.isEmpty()) {
      onUse.run();
    }
  }

  @Override
  public int size() {
    return read.size();
  }

  @Override
  public E get(int index) {
    return read.get(index);
  }

  /** An element that could not be read. */
  public static final class Problem {
    public final int index;
    public final JsonValue json;
    public final UnreadableBodyException failure;

    Problem(int index, JsonValue json, UnreadableBodyException failure) {
      this.index = index;
      this.json = json;
      this.failure = failure;
    }
  }
}
