package consumer.android;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.client.watching.ChangeIterator;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.model.Run;
import consumer.Listing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an activity is to an app: its only way in, which R8 keeps. */
public final class App {
  private App() {}

  public static void main(String[] baseUrlAndKey) {
    for (String line : listing(baseUrlAndKey[0], baseUrlAndKey[1])) {
      System.out.println(line);
    }
  }

  public static List<String> listing(String baseUrl, String key) {
    try (CortexClient cortex = client(baseUrl, key)) {
      return Listing.of(cortex);
    }
  }

  /** What jobs in the background export, each knowing no more than what the store has. */
  public static List<String> export(String baseUrl, String key) {
    Memory store = new Memory();
    boolean hasMore;
    do {
      try (CortexClient cortex = client(baseUrl, key)) {
        hasMore = ExportPart.export(cortex, store, WalkOptions.builder().itemLimit(100L));
      }
    } while (hasMore);
    return store.ids;
  }

  /** What one look of a watch shows. */
  public static List<String> watch(String baseUrl, String key) {
    WatchOptions options = WatchOptions.builder().reportsExisting(true).pollLimit(1L).build();
    List<String> ids = new ArrayList<>();
    try (CortexClient cortex = client(baseUrl, key);
        ChangeIterator<Run> changes =
            cortex
                .workflow("app_1", "work_1")
                .watch(RunQuery.builder().build(), options)
                .iterator()) {
      while (changes.hasNext()) {
        ids.add(changes.next().id());
      }
    }
    return ids;
  }

  private static CortexClient client(String baseUrl, String key) {
    return CortexClient.builder().apiKey(key).baseUrl(baseUrl).build();
  }

  private static final class Memory implements ExportPart.Store {
    private final List<String> ids = new ArrayList<>();
    private @Nullable String checkpoint;

    @Override
    public @Nullable String checkpoint() {
      return checkpoint;
    }

    @Override
    public void save(Run run, String checkpoint) {
      ids.add(run.id());
      this.checkpoint = checkpoint;
    }
  }
}
