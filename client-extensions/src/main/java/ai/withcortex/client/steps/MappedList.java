package ai.withcortex.client.steps;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list that converts the elements of another list on access. */
final class MappedList<S, T> extends AbstractList<T> implements RandomAccess {
  private final List<S> source;
  private final Function<S, T> element;

  MappedList(List<S> source, Function<S, T> element) {
    this.source = source;
    this.element = element;
  }

  @Override
  public T get(int index) {
    return element.apply(source.get(index));
  }

  @Override
  public int size() {
    return source.size();
  }
}
