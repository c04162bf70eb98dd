package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkMode;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Watches and walks of clients with a rate limit, over HTTP; tests of the core use virtual time.
 */
@Timeout(120)
final class RateLimitedClientTest {
  private static final int WORKFLOWS = 20;
  private static final int POLLS = 5;
  private static final int RATE = 5;

  /** When each attempt started, in nanoseconds, and its path. */
  private final Map<Long, String> starts = new ConcurrentSkipListMap<>();

  private final CortexListener listener =
      new CortexListener() {
        @Override
        public void attemptEnded(AttemptEvent attempt) {
          starts.put(System.nanoTime() - attempt.duration().toNanos(), attempt.request().path());
        }
      };

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWalkEndsAtItsTimeLimitThoughItsTurnComesLater(boolean isAsync) {
    WalkOptions options = WalkOptions.builder().timeLimit(Duration.ofMillis(300)).build();
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient client =
            CortexClient.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .requestsPerSecond(0.001)
                .build()) {
      PagedIterable<Run> runs = client.workflow("app_1", "work_1").runs();

      Receipt receipt =
          isAsync ? runs.forEachAsync(run -> {}, options).join() : walk(runs, options);

      assertSame(Verdict.INCOMPLETE, receipt.verdict());
      assertEquals("the limit of PT0.3S was reached", receipt.reason());
    }
  }

  /** Prefetched calls whose turn would come too late fail at once. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWalkThatPrefetchesMoreThanTheRateAllowsIsComplete(boolean isAsync) {
    WalkOptions options = WalkOptions.builder().mode(WalkMode.PLAIN).prefetch(64).build();
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient client =
            CortexClient.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .requestsPerSecond(20)
                .totalTimeout(Duration.ofSeconds(2))
                .build()) {
      RunQuery query = RunQuery.builder().page(1).take(4).build();
      PagedIterable<Run> runs = client.workflow("app_1", "work_1").runs(query);

      Receipt receipt =
          isAsync ? runs.forEachAsync(run -> {}, options).join() : walk(runs, options);

      assertEquals(260, receipt.delivered());
      // One that runs out of time while it is sent may not arrive. Dozens were not even sent.
      long lost = receipt.requests() + receipt.retries() - sandbox.requests().size();
      assertTrue(lost >= 0 && lost < 10, () -> lost + " were counted but did not arrive");
    }
  }

  private static Receipt walk(PagedIterable<Run> runs, WalkOptions options) {
    try (Walk<Run> walk = runs.walk(options)) {
      walk.forEachRemaining(run -> {});
      return walk.receipt();
    }
  }

  /** Twenty workflows are followed at five requests per second with one client. */
  @Test
  @Tag("load")
  void eachWorkflowHasItsShare() {
    WatchOptions options =
        WatchOptions.builder()
            .shortestInterval(Duration.ofMillis(1))
            .longestInterval(Duration.ofMillis(5))
            .pollLimit(POLLS)
            .build();
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().start();
        CortexClient client =
            CortexClient.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .requestsPerSecond(RATE)
                .addListener(listener)
                .build()) {
      List<CompletableFuture<?>> watches = new ArrayList<>();
      for (int i = 0; i < WORKFLOWS; i++) {
        sandbox.addWorkflow("app_1", "followed_" + i);
        watches.add(
            client
                .workflow("app_1", "followed_" + i)
                .watch(RunQuery.builder().build(), options)
                .forEachAsync(change -> {}));
      }
      watches.forEach(CompletableFuture::join);
    }

    List<Long> times = List.copyOf(starts.keySet());
    assertTrue(times.size() >= WORKFLOWS * POLLS, times.size() + " requests");
    for (int i = RATE; i < times.size(); i++) {
      // The listener hears of an end a little later.
      assertTrue(times.get(i) - times.get(i - RATE) > TimeUnit.MILLISECONDS.toNanos(900));
    }
    Map<String, Long> latest = new HashMap<>();
    starts.forEach(
        (time, path) -> {
          long since = time - latest.getOrDefault(path, times.get(0));
          assertTrue(since <= TimeUnit.SECONDS.toNanos(2 * WORKFLOWS / RATE), path);
          latest.put(path, time);
        });
    assertEquals(WORKFLOWS, latest.size());
  }
}
