package ai.withcortex.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All ways in which the answers to a client differed from the spec, up to one moment. Immutable.
 *
 * <p>Values that come again count again. An answer that cannot be read does not count; of a partial
 * list, what was met in the elements counts, in those too that could not be read.
 */
public final class DriftReport {
  private final List<Drift> drifts;
  private final long omitted;

  DriftReport(List<Drift> drifts, long omitted) {
    this.drifts = Collections.unmodifiableList(new ArrayList<>(drifts));
    this.omitted = omitted;
  }

  /** What was met, by kind and path; empty if every answer was as the spec has it. */
  public List<Drift> drifts() {
    return drifts;
  }

  /**
   * How many further deviations were met after 1000 different ones, of which none is forgotten. A
   * server that sends so many makes up its names.
   */
  public long omitted() {
    return omitted;
  }

  /** One line for each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Drift drift : drifts) {
      text.append(drift).append('\n');
    }
    return omitted == 0 ? text.toString() : text + "and " + omitted + " more\n";
  }
}
