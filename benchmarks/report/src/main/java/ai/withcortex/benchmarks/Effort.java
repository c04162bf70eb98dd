package ai.withcortex.benchmarks;

/** How much is measured: all of it, or just so much that everything has run once. */
enum Effort {
  FULL,
  QUICK;

  int of(int full, int quick) {
    return this == FULL ? full : quick;
  }
}
