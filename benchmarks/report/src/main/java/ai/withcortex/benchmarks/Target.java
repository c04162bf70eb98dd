package ai.withcortex.benchmarks;

import java.util.Locale;

/** What a ratio should be, and what it is. */
record Target(String what, boolean isAtLeast, double limit, Ratio measured) {
  static Target atLeast(double limit, String what, Ratio measured) {
    return new Target(what, true, limit, measured);
  }

  static Target atMost(double limit, String what, Ratio measured) {
    return new Target(what, false, limit, measured);
  }

  String limitText() {
    return String.format(Locale.ROOT, "%s %.2f", isAtLeast ? "at least" : "at most", limit);
  }

  /** Whether it is met, or whether that lies within the error. */
  String verdict() {
    boolean isMet = isAtLeast ? measured.value() >= limit : measured.value() <= limit;
    boolean isMetAnyway = isAtLeast ? measured.low() >= limit : measured.high() <= limit;
    return isMetAnyway ? "yes" : isMet ? "yes, within the error" : "no";
  }
}
