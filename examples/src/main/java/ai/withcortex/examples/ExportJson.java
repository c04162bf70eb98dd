package ai.withcortex.examples;

import ai.withcortex.client.CortexJson;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.core.error.WalkPositions;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores runs as JSON. When the store is full, stops, and resumes with the run that did not fit.
 */
public final class ExportJson {
  private static final JsonAdapter<Run> JSON = CortexJson.moshi().adapter(Run.class);

  private ExportJson() {}

  public static void main(String[] arguments) {
    try (Target target = Target.choose()) {
      PagedIterable<Run> runs = target.workflow().runs();
      Store store = new Store();
      store.space = 150;
      String checkpoint = export(runs, store, null);
      while (checkpoint != null) {
        store.space += 150;
        checkpoint = export(runs, store, checkpoint);
      }
      System.out.println("Stored " + store.jsonById.size() + " runs");
    }
  }

  /** Returns the checkpoint to resume from, or null if all runs have been stored. */
  private static @Nullable String export(
      PagedIterable<Run> runs, Store store, @Nullable String saved) {
    Checkpoint checkpoint = saved == null ? null : Checkpoint.of(saved);
    try (Walk<Run> walk = runs.walk(WalkOptions.builder().checkpoint(checkpoint).build())) {
      walk.forEachRemaining(run -> store.put(run.id(), JSON.toJson(run)));
      return null;
    } catch (RuntimeException e) {
      WalkPosition position = WalkPositions.of(e);
      if (position == null) {
        throw e;
      }
      System.out.println(e.getMessage() + " at " + position);
      return position.checkpoint();
    }
  }

  /** Stands for a database or a disk. */
  private static final class Store {
    final Map<String, String> jsonById = new LinkedHashMap<>();
    int space;

    void put(String id, String json) {
      if (jsonById.size() == space) {
        throw new IllegalStateException("The store is full");
      }
      jsonById.put(id, json);
    }
  }
}
