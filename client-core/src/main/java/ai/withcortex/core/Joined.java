package ai.withcortex.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Several values that one request parameter sends as one text; {@link JoinedBy} on the parameter
 * sets the character between them.
 *
 * <p>Without values, a query parameter or a header is omitted, and a path parameter is an error.
 *
 * @param <T> the type of the values; each is sent as the text of its {@code toString()}
 */
public final class Joined<T> {
  private final List<T> values;

  private Joined(List<T> values) {
    this.values = values;
  }

  /**
   * Joins values in their order.
   *
   * @throws NullPointerException if one of them is null
   */
  public static <T> Joined<T> of(Collection<? extends T> values) {
    List<T> copy = new ArrayList<>(values.size());
    for (T value : values) {
      if (value == null) {
        throw new NullPointerException("values[" + copy.size() + "] == null");
      }
      copy.add(value);
    }
    return new Joined<>(Collections.unmodifiableList(copy));
  }

  /** Returns an unmodifiable list. */
  public List<T> values() {
    return values;
  }

  /** Returns a text with the number of values, not the values themselves. */
  @Override
  public String toString() {
    return "Joined{" + values.size() + "}";
  }
}
