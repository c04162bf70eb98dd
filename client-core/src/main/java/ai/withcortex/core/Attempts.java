package ai.withcortex.core;

/** What messages say about the attempts of a call. */
final class Attempts {
  /** Nothing about a single one. */
  static String suffix(int attempts) {
    return attempts > 1 ? " (" + attempts + " attempts)" : "";
  }

  private Attempts() {}
}
