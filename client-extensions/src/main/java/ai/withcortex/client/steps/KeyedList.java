package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list with access by key, read from an object or from an array whose elements contain keys. */
abstract class KeyedList<T extends JsonView> implements Iterable<T> {
  private final List<T> elements;
  private final Function<T, String> key;
  private final Map<String, T> byKey = new HashMap<>();

  /** The original JSON, or null if the elements came from the members of an object. */
  private final @Nullable JsonValue json;

  KeyedList(List<T> elements, Function<T, String> key, @Nullable JsonValue json) {
    this.elements = Collections.unmodifiableList(elements);
    this.key = key;
    this.json = json;
    elements.forEach(element -> byKey.putIfAbsent(key.apply(element), element));
  }

  /** Returns the first element with the given key, or null if there is none. */
  public final @Nullable T get(String key) {
    return byKey.get(requireNonNull(key, "key == null"));
  }

  /** Returns an unmodifiable list of all elements, in the same order as in the JSON. */
  public final List<T> asList() {
    return elements;
  }

  public final int size() {
    return elements.size();
  }

  public final boolean isEmpty() {
    return elements.isEmpty();
  }

  public final Stream<T> stream() {
    return elements.stream();
  }

  @Override
  public final Iterator<T> iterator() {
    return elements.iterator();
  }

  /** Returns the JSON of the whole list, in which each element keeps its exact text. */
  public final JsonValue json() {
    if (json != null) {
      return json;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    elements.forEach(element -> members.put(key.apply(element), element.json()));
    return JsonValue.ofObject(members);
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // Every subclass is final.
  public final boolean equals(@Nullable Object other) {
    return other != null
        && getClass() == other.getClass()
        && elements.equals(((KeyedList<?>) other).elements);
  }

  @Override
  public final int hashCode() {
    return elements.hashCode();
  }

  /** Returns the class name and size, such as {@code StepOutputs{size=9}}. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "{size=" + elements.size() + "}";
  }
}
