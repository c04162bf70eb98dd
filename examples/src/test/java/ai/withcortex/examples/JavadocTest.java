package ai.withcortex.examples;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.CortexJson;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.client.watching.ChangeIterator;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.WatchPosition;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.Drift;
import ai.withcortex.core.event.RetryEvent;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.Mutation;
import ai.withcortex.testing.MutationScript;
import com.squareup.moshi.Moshi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examples in Javadoc and guides that no program or other test has; DocsTest compares. */
@Tag("okhttp-agnostic")
final class JavadocTest {
  private final Runs store = new Runs();
  private CortexSandbox sandbox;
  private CortexClient cortex;
  private PagedIterable<Run> runs;
  private String key;

  @BeforeEach
  void start() {
    sandbox = CortexSandbox.start();
    key = sandbox.apiKey();
    cortex = CortexClient.builder().apiKey(key).baseUrl(sandbox.baseUrl()).build();
    runs = cortex.workflow("app_1", "work_1").runs();
  }

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  /** Not run: it goes to the real API. */
  static void listsRuns(String key) {
    try (CortexClient cortex = CortexClient.builder().apiKey(key).build()) {
      for (Run run : cortex.workflow("app_1", "work_1").runs()) {
        System.out.println(run.id() + " " + run.status());
      }
    }
  }

  /** Not run: it reads the environment. */
  static CortexConfiguration readsTheEnvironment() {
    CortexConfiguration configuration =
        CortexConfiguration.builder()
            .fromEnvironment()
            .baseUrl("https://gateway.example/cortex")
            .build();
    return configuration;
  }

  /** Not run: it goes to the real API. */
  static void listsRuns(String appId, String workflowId) {
    try (CortexClient cortex = CortexClient.builder().fromEnvironment().build()) {
      for (Run run : cortex.workflow(appId, workflowId).runs()) {
        System.out.println(run);
      }
    }
  }

  /** Not run: it has no end. */
  static void watches(CortexClient cortex) {
    Watch<Run> watch = cortex.workflow("app_1", "work_1").watch(RunQuery.builder().build());
    try (ChangeIterator<Run> changes = watch.iterator()) {
      while (changes.hasNext()) {
        System.out.println(changes.next());
      }
    }
  }

  @Test
  void readsExactNumbers() {
    JsonValue output = JsonValue.parse("{\"rows\": [{\"price\": 12.50}]}");
    JsonValue price = output.at("/rows/0/price");
    if (price != null && price.kind() == JsonValue.Kind.NUMBER) {
      System.out.println(price.asBigDecimal()); // 12.50, two digits and all
    }
    assertNotNull(price);
    assertEquals(new BigDecimal("12.50"), price.asBigDecimal());
  }

  @Test
  void callsTheGeneratedInterface() {
    CortexConfiguration configuration =
        CortexConfiguration.builder().apiKey(key).baseUrl(sandbox.baseUrl()).build();
    Moshi moshi = CortexJson.moshi();
    try (CortexTransport transport = CortexTransport.create(configuration, moshi)) {
      RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).build();
      List<Run> runs = transport.call(RunsApi.class, api -> failed.call(api, "app_1", "work_1"));
      System.out.println(runs.size() + " runs");
    }
    assertEquals("FAILED", sandbox.requests().get(0).query("status"));
  }

  @Test
  void callsAnOperation() {
    RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).take(10).build();
    List<Run> runs = cortex.call(RunsApi.class, api -> failed.call(api, "app_1", "work_1"));
    System.out.println(runs.size() + " failed runs");
    assertEquals(10, runs.size());
  }

  @Test
  void hearsOfRetries() {
    CortexListener log =
        new CortexListener() {
          @Override
          public void retryScheduled(RetryEvent retry) {
            System.err.println(retry);
          }
        };
    RetryPolicy patient = RetryPolicy.builder().maxAttempts(8).build();
    sandbox.faults(FaultScript.times(1, Fault.status(503)));
    try (CortexClient client =
        CortexClient.builder()
            .apiKey(key)
            .baseUrl(sandbox.baseUrl())
            .addListener(log)
            .retryPolicy(patient)
            .build()) {
      assertEquals(260, client.workflow("app_1", "work_1").runs().stream().count());
    }
  }

  @Test
  void retriesAnotherStatus() {
    Set<Integer> statuses = new TreeSet<>(RetryPolicy.standard().retriedStatuses());
    statuses.add(409);
    RetryPolicy policy = RetryPolicy.builder().retriedStatuses(statuses).build();
    sandbox.faults(FaultScript.inOrder(Fault.status(409), Fault.status(503)));
    try (CortexClient client =
        CortexClient.builder().apiKey(key).baseUrl(sandbox.baseUrl()).retryPolicy(policy).build()) {
      assertEquals(260, client.workflow("app_1", "work_1").runs().stream().count());
    }
  }

  @Test
  void walksAndGoesOn() {
    RunQuery query = RunQuery.builder().build();
    Walk<Run> walk = cortex.workflow("app_1", "work_1").runs(query).walk();
    walk.forEachRemaining(store::save);
    System.out.println(walk.receipt());
    assertEquals(260, store.saved.size());

    String saved = walk.checkpoint().text();
    WalkOptions options = WalkOptions.builder().checkpoint(Checkpoint.of(saved)).build();
    assertEquals(260, runs.walk(options).receipt().delivered());
  }

  @Test
  void looksForDrift() {
    Logger log = LoggerFactory.getLogger(JavadocTest.class);
    assertEquals(260, runs.stream().count());
    for (Drift drift : cortex.drift().drifts()) {
      log.info("The API has changed: {}", drift);
    }
    assertEquals(List.of(), cortex.drift().drifts());
  }

  @Test
  void goesOnWatching() {
    String saved = watchOnce();
    WatchOptions options = WatchOptions.builder().position(WatchPosition.of(saved)).build();
    assertEquals(saved, requireNonNull(options.position()).text());
  }

  @Test
  void startsAServer() {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      for (Run run : cortex.workflow("app_1", "work_1").runs()) {
        System.out.println(run.id() + " " + run.status());
      }
    }
  }

  private String watchOnce() {
    sandbox.mutations(MutationScript.none().beforeRequest(2, Mutation.insertFirst()));
    Watch<Run> watch = cortex.workflow("app_1", "work_1").watch(RunQuery.builder().build());
    try (ChangeIterator<Run> changes = watch.iterator()) {
      assertTrue(changes.hasNext());
      System.out.println(changes.next());
      return changes.position().text();
    }
  }

  /** What a user keeps runs in. */
  private static final class Runs {
    final List<Run> saved = new ArrayList<>();

    void save(Run run) {
      saved.add(run);
    }
  }
}
