package ai.withcortex.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Values that one parameter of a request takes together, as one text; {@link JoinedBy} at the
 * parameter says what stands between them.
 *
 * <p>Without any value a query parameter or a header is left out, and a path cannot be made.
 *
 * @param <T> the type of the values; each is sent as its {@code toString()} says
 */
public final class Joined<T> {
  private final List<T> values;

  private Joined(List<T> values) {
    this.values = values;
  }

  /**
   * Puts values together, in their order.
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

  /** The values; unmodifiable. */
  public List<T> values() {
    return values;
  }

  /** How many values there are, and not which. */
  @Override
  public String toString() {
    return "Joined{" + values.size() + "}";
  }
}
