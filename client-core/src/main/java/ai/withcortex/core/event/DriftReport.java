package ai.withcortex.core.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All differences between the responses to a client and the spec, up to one moment. Immutable.
 *
 * <p>Repeated values count each time. Responses that cannot be read do not count. In a partial
 * list, every element counts, even one that could not be read.
 */
public final class DriftReport {
  private final List<Drift> drifts;
  private final long omitted;

  /** Creates a report with these values; see the methods of the same names. */
  public DriftReport(List<Drift> drifts, long omitted) {
    this.drifts = Collections.unmodifiableList(new ArrayList<>(drifts));
    this.omitted = omitted;
  }

  /** Returns the differences, sorted by kind and path; empty if every response matched the spec. */
  public List<Drift> drifts() {
    return drifts;
  }

  /**
   * Returns the number of further deviations that do not match any of the first 1000 different
   * ones, which are all kept. A server that sends so many invents its names.
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
