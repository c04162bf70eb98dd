package ai.withcortex.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.Lookahead;
import ai.withcortex.core.json.SharedValues;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What it brings that the runs of a page share their versions: bytes allocated, and time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SharedVersionsBenchmark {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** Whether versions are shared. */
  @Param({"false", "true"})
  public boolean sharing;

  private final JsonAdapter<List<Run>> runs =
      CortexJson.moshi().adapter(Types.newParameterizedType(List.class, Run.class));
  private byte[] page = {};

  /** Makes the page. */
  @Setup
  public void makePage() {
    page = FullPage.json(1).getBytes(UTF_8);
  }

  /** Decodes one page. */
  @Benchmark
  public List<Run> decode() throws IOException {
    Buffer document = new Buffer().write(page);
    return runs.fromJson(sharing ? SharedValues.reader(document) : plainReader(document));
  }

  /** The reader of a body that is not received as a whole before. */
  private static JsonReader plainReader(Source document) {
    JsonReader reader = JsonReader.of(Okio.buffer(document));
    Lookahead.isCheapFor(reader);
    return reader;
  }

  /** Runs the benchmark and prints its table. */
  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(SharedVersionsBenchmark.class.getName())
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    System.out.println("sharing  ms a page            bytes allocated a page");
    double[] allocated = new double[2];
    double[] time = new double[2];
    for (RunResult result : results) {
      int row = Boolean.parseBoolean(result.getParams().getParam("sharing")) ? 1 : 0;
      Result<?> bytes = requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED);
      Result<?> ms = result.getPrimaryResult();
      allocated[row] = bytes.getScore();
      time[row] = ms.getScore();
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-7s  %6.2f ± %5.2f  %,18.0f ± %,.0f",
              row == 1 ? "on" : "off",
              ms.getScore(),
              ms.getScoreError(),
              bytes.getScore(),
              bytes.getScoreError()));
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "on / off: %.2f of the time, %.2f of the bytes",
            time[1] / time[0],
            allocated[1] / allocated[0]));
  }
}
