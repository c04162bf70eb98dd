package ai.withcortex.testing.client;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.core.error.WalkPositions;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import retrofit2.Call;

/** Tests what a program can still do with a client that it has closed. */
@Timeout(60)
final class ClosedClientTest {
  private final CortexSandbox sandbox = CortexSandbox.builder().slimRuns(300).start();
  private final CortexClient cortex =
      CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
  private final WorkflowHandle workflow = cortex.workflow("app_1", "work_1");

  @AfterEach
  void close() {
    cortex.close();
    sandbox.close();
  }

  @Test
  void aStreamOrListThatIsReadLaterFailsAsAMistakeOfTheProgram() {
    Stream<Run> stream = workflow.runs().stream();
    cortex.close();

    refuses(stream::count);
    refuses(() -> workflow.runs().iterator().next());
    refuses(() -> workflow.runs().forEachAsync(run -> {}, WalkOptions.DEFAULT).join());
    assertEquals(0, sandbox.requests().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aWalkThatNeedsAnotherPageSaysWhereItStood(int prefetch) {
    Walk<Run> walk = workflow.runs().walk(WalkOptions.builder().prefetch(prefetch).build());
    Run unused = walk.next();
    cortex.close();

    RuntimeException e =
        assertThrows(RuntimeException.class, () -> walk.forEachRemaining(run -> {}));

    assertTrue(requireNonNull(WalkPositions.of(e)).delivered() >= 100);
  }

  /** It does not keep polling, because a closed client never opens again. */
  @Test
  void aWatchEndsAtItsNextPoll() {
    cortex.close();

    refuses(() -> workflow.watch(RunQuery.builder().build()).iterator().hasNext());
  }

  @Test
  void aCallOfABareInterfaceIsNotSent() {
    Call<List<Run>> call =
        RunQuery.builder().build().call(cortex.api(RunsApi.class), "app_1", "work_1");
    cortex.close();

    IOException e = assertThrows(IOException.class, call::execute);
    assertTrue(String.valueOf(e.getMessage()).startsWith("Expected an open client"), e::toString);
    assertEquals(0, sandbox.requests().size());
  }

  enum WatchShape {
    ITERATOR,
    STREAM,
    ASYNC,
    PUBLISHER
  }

  private static @Nullable Object read(WatchShape shape, Watch<Run> watch) {
    return switch (shape) {
      case ITERATOR -> watch.iterator().hasNext();
      case STREAM -> watch.stream().iterator().hasNext();
      case ASYNC -> watch.forEachAsync(change -> {}).join();
      case PUBLISHER -> Flux.from(watch.publisher()).blockLast();
    };
  }

  @ParameterizedTest
  @EnumSource
  void aWatchThatWaitsForItsNextPollEndsAtOnce(WatchShape shape) throws Exception {
    CountDownLatch polled = new CountDownLatch(1);
    WatchOptions options =
        WatchOptions.builder()
            .shortestInterval(Duration.ofHours(1))
            .longestInterval(Duration.ofHours(1))
            .onPoll(position -> polled.countDown())
            .build();
    Watch<Run> watch = workflow.watch(RunQuery.builder().build(), options);
    CompletableFuture<?> end = CompletableFuture.supplyAsync(() -> read(shape, watch));
    polled.await();
    int requests = sandbox.requests().size();
    cortex.close();

    end.exceptionally(failure -> null).get(20, TimeUnit.SECONDS);
    refuses(end::join);
    assertEquals(requests, sandbox.requests().size());
  }

  private static void refuses(Executable use) {
    Throwable e = assertThrows(RuntimeException.class, use);
    IllegalStateException refusal =
        assertInstanceOf(
            IllegalStateException.class, e instanceof CompletionException ? e.getCause() : e);
    assertEquals(
        "Expected an open client, found a closed one. Create a new client, or close this one only"
            + " after its last call; streams, walks, and watches also make calls.",
        refusal.getMessage());
  }
}
