package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.model.Run;
import ai.withcortex.model.StepUsage;
import ai.withcortex.model.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The credits used by a run, broken down by step ({@code run.usage} in the API).
 *
 * <pre>{@code
 * Credits credits = Credits.of(run);
 * credits.bySteps().forEach((key, used) -> System.out.println(key + ": " + used));
 * System.out.println("elsewhere: " + credits.unattributed());
 * System.out.println("altogether: " + credits.total());
 * }</pre>
 *
 * <p>The total consists of the credits used by the steps and the credits not attributed to any
 * step. Sums have a precision of 34 digits. Immutable and thread-safe.
 */
public final class Credits {
  /** A fixed precision prevents numbers with absurd exponents from being expanded. */
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private final Map<String, BigDecimal> bySteps;
  private final @Nullable BigDecimal total;

  private Credits(Map<String, BigDecimal> bySteps, @Nullable BigDecimal total) {
    this.bySteps = Collections.unmodifiableMap(bySteps);
    this.total = total;
  }

  /**
   * Returns the credits used by a run. Runs in a list include them only if the query asked for
   * them.
   */
  public static Credits of(Run run) {
    return of(requireNonNull(run, "run == null").usage());
  }

  /**
   * Returns the credits in a usage object, such as the usage of a called run. If the usage is null,
   * there are no steps and the total is null.
   */
  public static Credits of(@Nullable Usage usage) {
    Map<String, StepUsage> steps = usage == null ? null : usage.steps();
    BigDecimal total = usage == null ? null : usage.total();
    Map<String, BigDecimal> bySteps = new LinkedHashMap<>();
    if (steps != null) {
      steps.forEach((key, step) -> bySteps.put(key, step.total()));
    }
    return new Credits(bySteps, total == null && steps != null ? sum(bySteps.values()) : total);
  }

  private static BigDecimal sum(Collection<BigDecimal> credits) {
    return credits.stream().reduce(BigDecimal.ZERO, (sum, next) -> sum.add(next, PRECISION));
  }

  /** Returns the credits used by each step, including its calls, by step key in API order. */
  public Map<String, BigDecimal> bySteps() {
    return bySteps;
  }

  /**
   * Returns the total sent by the API, or the sum over the steps if there is no total. Null if the
   * API sent neither.
   */
  public @Nullable BigDecimal total() {
    return total;
  }

  /**
   * Returns the total minus the credits used by the steps, or null if the total is null. The result
   * is negative if the steps add up to more than the total sent by the API.
   */
  public @Nullable BigDecimal unattributed() {
    return total == null ? null : total.subtract(sum(bySteps.values()), PRECISION);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Credits
        && bySteps.equals(((Credits) other).bySteps)
        && Objects.equals(total, ((Credits) other).total);
  }

  @Override
  public int hashCode() {
    return 31 * bySteps.hashCode() + Objects.hashCode(total);
  }

  /** Returns a string such as {@code Credits{total=1.25, steps=3}}. */
  @Override
  public String toString() {
    return "Credits{total=" + total + ", steps=" + bySteps.size() + "}";
  }
}
