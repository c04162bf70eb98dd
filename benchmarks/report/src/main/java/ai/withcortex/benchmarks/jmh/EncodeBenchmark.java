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

/** Writes pages that were read by the same peer. */
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EncodeBenchmark {
  /** The peer that writes the pages. */
  @Param public Peer peer;

  /** The pages to write. */
  @Param public Pages pages;

  private PageCodec codec;
  private Object[] models;
  private int next;

  /** Creates the models. */
  @Setup
  public void open() throws IOException {
    codec = peer.open();
    models = new Object[DecodeBenchmark.SEEDS];
    for (int seed = 0; seed < DecodeBenchmark.SEEDS; seed++) {
      models[seed] = codec.decode(pages.bytes(seed));
    }
  }

  /** Writes one page. */
  @Benchmark
  public byte[] encode() throws IOException {
    next = (next + 1) % DecodeBenchmark.SEEDS;
    return codec.encode(models[next]);
  }
}
