package ai.withcortex.examples;

import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads runs without blocking a thread. */
public final class ReadConcurrently {
  private ReadConcurrently() {}

  public static void main(String[] arguments) {
    try (Target target = Target.choose()) {
      Receipt receipt = read(target.workflow().runs()).join();
      System.out.println(receipt.verdict() + " with " + receipt.requests() + " requests");
    }
  }

  private static CompletableFuture<Receipt> read(PagedIterable<Run> runs) {
    Queue<String> ids = new ConcurrentLinkedQueue<>();
    WalkOptions ahead = WalkOptions.builder().prefetch(4).build();
    return runs.forEachAsync(run -> ids.add(run.id()), ahead)
        .whenComplete((receipt, failure) -> System.out.println(ids.size() + " runs"));
  }
}
