package ai.withcortex.core.body;

import ai.withcortex.core.event.Drift;
import ai.withcortex.core.event.DriftReport;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.text.OneLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts deviations from the spec, and groups equal ones. Thread-safe. */
public final class DriftCount implements DriftSink {
  /**
   * The maximum number of distinct deviations kept, because a server may send any number of names.
   */
  static final int LIMIT = 1000;

  private static final int LONGEST_PATH = 512;
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  /**
   * The count of each deviation. The keys always have a count of 1. Created on the first deviation.
   */
  private Map<Drift, Long> counts = Collections.emptyMap();

  private long omitted;

  @Override
  public void drifted(DriftKind kind, String schema, String path, JsonValue.Kind found) {
    String shown = INDEX.matcher(OneLine.of(path, LONGEST_PATH)).replaceAll("[*]");
    add(new Drift(kind, schema, shown, found, 1), 1);
  }

  /** Adds all deviations from a report. */
  void add(DriftReport report) {
    report.drifts().forEach(drift -> add(drift.times(1), drift.count()));
    synchronized (this) {
      omitted += report.omitted();
    }
  }

  synchronized boolean isEmpty() {
    return counts.isEmpty();
  }

  private synchronized void add(Drift one, long count) {
    if (counts.isEmpty()) {
      counts = new TreeMap<>();
    }
    if (counts.size() < LIMIT || counts.containsKey(one)) {
      counts.merge(one, count, Long::sum);
    } else {
      omitted += count;
    }
  }

  public synchronized DriftReport report() {
    List<Drift> drifts = new ArrayList<>();
    counts.forEach((one, count) -> drifts.add(one.times(count)));
    return new DriftReport(drifts, omitted);
  }
}
