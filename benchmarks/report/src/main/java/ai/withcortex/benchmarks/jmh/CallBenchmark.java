package ai.withcortex.benchmarks.jmh;

import ai.withcortex.benchmarks.cortex.Calls;
import ai.withcortex.benchmarks.peers.Peer;
import ai.withcortex.benchmarks.retrofit2jackson.Listing;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Requests a page with one run from a sandbox. All threads share a client. */
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CallBenchmark {
  /** The peer that makes the call. */
  @Param({"CORTEX", "RETROFIT2_JACKSON"})
  public Peer peer;

  /** The base URL of the sandbox. */
  @Param("")
  public String baseUrl;

  /** The API key of the sandbox. */
  @Param("")
  public String apiKey;

  private Callable<?> page;
  private AutoCloseable client;

  /** Creates the client. */
  @Setup
  public void open() {
    if (peer == Peer.CORTEX) {
      Calls calls = new Calls(baseUrl, apiKey);
      page = calls::page;
      client = calls;
    } else {
      Listing listing = new Listing(baseUrl, apiKey);
      page = () -> listing.page(1, 1);
      client = () -> {};
    }
  }

  /** Requests the page once. */
  @Benchmark
  public Object call() throws Exception {
    return page.call();
  }

  /** Closes the client. */
  @TearDown
  public void close() throws Exception {
    client.close();
  }
}
