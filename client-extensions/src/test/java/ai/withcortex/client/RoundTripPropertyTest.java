package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.model.Run;
import ai.withcortex.spec.ExpectedReading;
import ai.withcortex.spec.Feature;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.RandomResponse;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecTypes;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads random responses and writes them again, and nothing is lost. {@code -Dround.trips=1000000}
 * does so with more of them, and {@code -Dround.trips=1 -Dround.trip=1734} with the one of a seed.
 */
@Tag("spec")
@Tag("okhttp-agnostic")
final class RoundTripPropertyTest {
  private static final long ROUND_TRIPS = Long.getLong("round.trips", 50_000);
  private static final long FIRST_SEED = Long.getLong("round.trip", 0);

  /** From so many on, everything must have occurred. */
  private static final long MANY = 50_000;

  /** How often each feature must occur then. */
  private static final long OFTEN = 10;

  private final SpecType page = SpecTypes.page();
  private final JsonAdapter<List<Run>> adapter = SpecExamples.pageAdapter(CortexJson.moshi());
  private final Map<Feature, LongAdder> features = new ConcurrentHashMap<>();
  private final Set<String> parts = ConcurrentHashMap.newKeySet();

  @Test
  void nothingIsLost() {
    LongStream.range(FIRST_SEED, FIRST_SEED + ROUND_TRIPS).parallel().forEach(this::roundTrip);

    if (ROUND_TRIPS >= MANY) {
      assertEquals(Set.of(), missing(SpecTypes.parts(page), parts), "parts of the spec not used");
      for (Feature feature : Feature.values()) {
        long count = features.getOrDefault(feature, new LongAdder()).sum();
        assertTrue(count >= OFTEN, feature + " occurred " + count + " times: " + features);
      }
    }
  }

  private void roundTrip(long seed) {
    RandomResponse response = RandomResponse.of(page, seed, Set.of());
    response.features().forEach(f -> features.computeIfAbsent(f, x -> new LongAdder()).increment());
    parts.addAll(response.parts());
    try {
      List<Run> runs = adapter.fromJson(response.json());
      String written = adapter.toJson(runs);
      JsonTree expected = ExpectedReading.of(page, response.tree()).read().orElseThrow();
      assertEquals(
          List.of(), JsonDifferences.of(page, expected, JsonTreeReader.read(written)), "lost");
      List<Run> again = adapter.fromJson(response.json());
      assertEquals(runs, again, "read twice");
      assertEquals(runs.hashCode(), again.hashCode(), "read twice");
      assertEquals(runs, adapter.fromJson(written), "what was written is read");
      assertEquals(written, adapter.toJson(again), "written twice");
    } catch (IOException | RuntimeException | AssertionError e) {
      throw new AssertionError("-Dround.trips=1 -Dround.trip=" + seed + ": " + e, e);
    }
  }

  private static Set<String> missing(Set<String> all, Set<String> used) {
    Set<String> missing = new TreeSet<>(all);
    missing.removeAll(used);
    return missing;
  }
}
