package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Validates arguments that tests pass. */
final class Preconditions {
  private static final Duration LONGEST = Duration.ofHours(24);

  private Preconditions() {}

  static int require(String name, int least, int greatest, int value) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + greatest + " but is " + value);
    }
    return value;
  }

  static int requireAtLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + " but is " + value);
    }
    return value;
  }

  static Duration requireDuration(String name, Duration value) {
    if (requireNonNull(value, name + " == null").isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be from PT0S to " + LONGEST + " but is " + value);
    }
    return value;
  }

  /** Returns a copy of the elements. At least one is required, and none can be null. */
  static <T> List<T> requireSome(String name, T[] elements) {
    List<T> copy = new ArrayList<>(Arrays.asList(requireNonNull(elements, name + " == null")));
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty; pass at least one, or use none()");
    }
    for (int i = 0; i < copy.size(); i++) {
      requireNonNull(copy.get(i), name + "[" + i + "] == null");
    }
    return Collections.unmodifiableList(copy);
  }
}
