package ai.withcortex.core.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All differences between a client's responses and the spec, up to a point in time. Immutable.
 *
 * <p>A repeated value counts each time. Responses that cannot be read do not count. In a partial
 * list, every element counts, even if it could not be read.
 */
public final class DriftReport {
  private final List<Drift> drifts;
  private final long omitted;

  /** Creates a report with the given values; see the methods with the same names. */
  public DriftReport(List<Drift> drifts, long omitted) {
    this.drifts = Collections.unmodifiableList(new ArrayList<>(drifts));
    this.omitted = omitted;
  }

  /** Returns the differences, sorted by kind and path; empty if every response matched the spec. */
  public List<Drift> drifts() {
    return drifts;
  }

  /**
   * Returns the number of deviations that are not in this report because it keeps only the first
   * 1000 distinct ones. Only a server that makes up names would send that many.
   */
  public long omitted() {
    return omitted;
  }

  /** Returns one line for each difference. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Drift drift : drifts) {
      text.append(drift).append('\n');
    }
    return omitted == 0 ? text.toString() : text + "and " + omitted + " more\n";
  }
}
