package ai.withcortex.spec;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes random decisions, and records the features and parts that result. */
final class Chance {
  final Random random;
  final Set<Feature> features = EnumSet.noneOf(Feature.class);

  /** The properties, enum values and variants of the spec that were used. */
  final Set<String> parts = new HashSet<>();

  private final Set<Feature> excluded;

  Chance(long seed, Set<Feature> excluded) {
    this.random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    this.excluded = excluded;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean percent(int percentage) {
    return random.nextInt(100) < percentage;
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Returns whether to use the feature this time, and records it if so. */
  boolean take(Feature feature, int percentage) {
    return percent(percentage) && take(feature);
  }

  /** Records the feature and returns true, or returns false if the feature is excluded. */
  boolean take(Feature feature) {
    if (excluded.contains(feature)) {
      return false;
    }
    features.add(feature);
    return true;
  }
}
