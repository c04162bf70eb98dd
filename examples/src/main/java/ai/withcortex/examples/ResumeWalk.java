package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.MutationScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports runs from a constantly changing list in batches, each resuming where the last one ended.
 */
public final class ResumeWalk {
  private ResumeWalk() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox =
            CortexSandbox.builder().mutations(MutationScript.random(7, 3, 3)).start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      PagedIterable<Run> runs = cortex.workflow("app_1", "work_1").runs();
      List<String> exported = new ArrayList<>();
      String saved = null;
      do {
        saved = exportSome(runs, exported, saved);
      } while (saved != null);
      System.out.println(exported.size() + " runs, no duplicates");
    }
  }

  /** Returns the checkpoint to resume from, or null at the end of the list. */
  private static @Nullable String exportSome(
      PagedIterable<Run> runs, List<String> exported, @Nullable String saved) {
    WalkOptions options =
        WalkOptions.builder()
            .checkpoint(saved == null ? null : Checkpoint.of(saved))
            .prefetch(2)
            .timeLimit(Duration.ofMinutes(10))
            .itemLimit(100L)
            .faults(FaultPolicy.deliver(item -> System.err.println(item.failure().getMessage())))
            .build();
    try (Walk<Run> walk = runs.walk(options)) {
      while (walk.hasNext()) {
        exported.add(walk.next().id());
      }
      Receipt receipt = walk.receipt();
      String reason = receipt.reason() == null ? "" : ": " + receipt.reason();
      System.out.println(receipt.verdict() + ", " + receipt.delivered() + " in all" + reason);
      return receipt.verdict() == Verdict.INCOMPLETE ? receipt.checkpoint().text() : null;
    }
  }
}
