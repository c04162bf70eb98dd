package ai.withcortex.benchmarks.report;

import java.util.Locale;

/** How much to measure: everything, or just enough to run each part once. */
public enum Effort {
  FULL,
  QUICK;

  public static Effort named(String name) {
    for (Effort effort : values()) {
      if (effort.label().equals(name)) {
        return effort;
      }
    }
    throw new IllegalArgumentException("Expected full or quick but found " + name);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int of(int full, int quick) {
    return this == FULL ? full : quick;
  }
}
