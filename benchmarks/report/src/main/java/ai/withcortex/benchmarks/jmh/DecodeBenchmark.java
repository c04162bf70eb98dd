package ai.withcortex.benchmarks.jmh;

import ai.withcortex.benchmarks.pages.Pages;
import ai.withcortex.benchmarks.peers.PageCodec;
import ai.withcortex.benchmarks.peers.Peer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Cycles through pages with different seeds and reads them. */
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DecodeBenchmark {
  /** The number of pages to cycle through. */
  public static final int SEEDS = 8;

  /** The peer that reads the pages. */
  @Param public Peer peer;

  /** The pages to read. */
  @Param public Pages pages;

  private PageCodec codec;
  private byte[][] bodies;
  private int next;

  /** Creates the pages. */
  @Setup
  public void open() {
    codec = peer.open();
    bodies = new byte[SEEDS][];
    for (int seed = 0; seed < SEEDS; seed++) {
      bodies[seed] = pages.bytes(seed);
    }
  }

  /** Reads one page. */
  @Benchmark
  public Object decode() throws IOException {
    next = (next + 1) % SEEDS;
    return codec.decode(bodies[next]);
  }
}
