package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.pages.Pages;
import ai.withcortex.benchmarks.peers.PageCodec;
import ai.withcortex.benchmarks.peers.Peer;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/** Reads pages with different seeds, keeps them, and prints how many bytes of heap they occupy. */
final class HeldPages {
  /** Runs the program. The arguments are a peer and the number of pages. */
  public static void main(String[] arguments) throws IOException {
    PageCodec codec = Peer.valueOf(arguments[0]).open();
    int count = Integer.parseInt(arguments[1]);
    // The first page allocates the memory that the codec itself needs.
    codec.decode(Pages.FULL.bytes(0));
    long before = usedHeap();
    List<Object> held = new ArrayList<>();
    for (int seed = 1; seed <= count; seed++) {
      held.add(codec.decode(Pages.FULL.bytes(seed)));
    }
    try {
      System.out.println(usedHeap() - before);
    } finally {
      Reference.reachabilityFence(held);
      Reference.reachabilityFence(codec);
    }
  }

  private static long usedHeap() {
    // This program is started with the serial collector, which collects all garbage in one go.
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private HeldPages() {}
}
