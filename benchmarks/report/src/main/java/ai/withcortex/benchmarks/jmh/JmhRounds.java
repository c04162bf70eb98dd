package ai.withcortex.benchmarks.jmh;

import ai.withcortex.benchmarks.pages.Pages;
import ai.withcortex.benchmarks.peers.Peer;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.statistics.Samples;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs a page benchmark in rounds. Each round starts a JVM for each peer, so that a temporary
 * disturbance on the machine affects all peers.
 */
public final class JmhRounds {
  private final Class<?> benchmark;
  private final Map<Pages, Samples> millis = new EnumMap<>(Pages.class);
  private final Map<Pages, Samples> bytes = new EnumMap<>(Pages.class);

  public JmhRounds(Class<?> benchmark) {
    this.benchmark = benchmark;
  }

  public void run(Effort effort, int rounds, Pages... pages) throws RunnerException {
    String[] names = new String[pages.length];
    for (int i = 0; i < pages.length; i++) {
      names[i] = pages[i].name();
    }
    for (int round = 0; round < rounds; round++) {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .include(benchmark.getName() + "\\.")
              .param("pages", names)
              .warmupTime(TimeValue.milliseconds(effort.of(800, 20)))
              .measurementTime(TimeValue.milliseconds(effort.of(700, 50)));
      for (JmhFork fork : JmhFork.run(effort, options)) {
        Pages read = Pages.valueOf(fork.param("pages"));
        String peer = Peer.valueOf(fork.param("peer")).label;
        millis(read).of(peer).add(fork.score());
        bytes(read).of(peer).add(fork.bytes());
      }
    }
  }

  /** Returns the number of milliseconds per page, by peer. */
  public Samples millis(Pages pages) {
    return millis.computeIfAbsent(pages, none -> new Samples());
  }

  /** Returns the number of bytes allocated per page, excluding the page itself, by peer. */
  public Samples bytes(Pages pages) {
    return bytes.computeIfAbsent(pages, none -> new Samples());
  }
}
