package ai.withcortex.core;

import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts how one body differs from the spec, alike places together. */
final class DriftCount implements DriftSink {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final Map<DriftKind, Map<String, Integer>> counts = new EnumMap<>(DriftKind.class);

  @Override
  public void drifted(DriftKind kind, String path) {
    counts
        .computeIfAbsent(kind, any -> new TreeMap<>())
        .merge(INDEX.matcher(path).replaceAll("[*]"), 1, Integer::sum);
  }

  void tell(Listeners listeners) {
    counts.forEach(
        (kind, paths) ->
            paths.forEach(
                (path, count) -> {
                  DriftEvent event = new DriftEvent(kind, path, count);
                  listeners.tell(listener -> listener.driftFound(event));
                }));
  }
}
