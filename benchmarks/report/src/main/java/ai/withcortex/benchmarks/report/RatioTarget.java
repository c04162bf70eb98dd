package ai.withcortex.benchmarks.report;

import ai.withcortex.benchmarks.statistics.Ratio;
import java.util.Locale;

/** The target for a ratio and the measured ratio. */
public record RatioTarget(String what, boolean isAtLeast, double limit, Ratio measured) {
  public static RatioTarget atLeast(double limit, String what, Ratio measured) {
    return new RatioTarget(what, true, limit, measured);
  }

  public static RatioTarget atMost(double limit, String what, Ratio measured) {
    return new RatioTarget(what, false, limit, measured);
  }

  String limitText() {
    return String.format(Locale.ROOT, "%s %.2f", isAtLeast ? "at least" : "at most", limit);
  }

  /** Returns whether the target is met and, if so, whether only within the margin of error. */
  String verdict() {
    boolean isMet = isAtLeast ? measured.value() >= limit : measured.value() <= limit;
    boolean isMetAnyway = isAtLeast ? measured.low() >= limit : measured.high() <= limit;
    return isMetAnyway ? "yes" : isMet ? "yes, within the error" : "no";
  }
}
