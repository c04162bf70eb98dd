package ai.withcortex.examples;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.CortexJson;
import ai.withcortex.client.RunQuery;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.client.steps.Credits;
import ai.withcortex.client.steps.InputField;
import ai.withcortex.client.steps.InputFields;
import ai.withcortex.client.steps.ModelMessage;
import ai.withcortex.client.steps.ModelOutput;
import ai.withcortex.client.steps.ModelPrompt;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.client.steps.TypedOutput;
import ai.withcortex.client.watching.ChangeIterator;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.WatchPosition;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexListener;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.Drift;
import ai.withcortex.core.RetryEvent;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.MessageRole;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.Gate;
import ai.withcortex.testing.Mutation;
import ai.withcortex.testing.MutationScript;
import ai.withcortex.testing.Observation;
import ai.withcortex.testing.PagingBehaviour;
import com.squareup.moshi.Moshi;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The examples in Javadoc and guides that are not of whole programs; DocsTest compares. */
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
      RunsApi api = transport.api(RunsApi.class);
      List<Run> runs =
          transport.execute(api.listRuns("app_1", "work_1", null, null, null, 1, 100, null)).body();
      System.out.println(runs.size() + " runs");
    }
    assertEquals(1, sandbox.requests().size());
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
  void readsStepsAndOutputs() {
    Run run = detailed();
    StepOutputs outputs = StepOutputs.of(run);
    for (StepOutput step : outputs.failed()) {
      System.out.println(step.key() + " failed after " + step.duration());
    }
    outputs.modelOutputs().forEach((key, answers) -> System.out.println(key + ": " + answers));

    Credits credits = Credits.of(run);
    credits.bySteps().forEach((key, used) -> System.out.println(key + ": " + used));
    System.out.println("elsewhere: " + credits.unattributed());
    System.out.println("altogether: " + credits.total());

    TypedOutput output = outputs.modelOutputs().values().iterator().next().get(0);
    String summary =
        output.accept(
            new TypedOutput.Visitor<String>() {
              @Override
              public String visitModel(ModelOutput value) {
                return "answer of " + value.model();
              }

              @Override
              public String visitUnknown(TypedOutput value) {
                return "output of type " + value.type();
              }
            });
    assertEquals("answer of gpt-4o-mini", summary);
  }

  @Test
  void readsFieldsAndPrompts() {
    readsFields(step(InputStep.class));
    readsPrompt(step(ModelStep.class));
  }

  private static void readsFields(InputStep step) {
    InputFields fields = InputFields.of(step);
    for (InputField field : fields) {
      System.out.println(field.key() + " is a " + field.type());
      field.fields().forEach(inner -> System.out.println("- with " + inner.key()));
    }
    assertFalse(fields.isEmpty());
  }

  private static void readsPrompt(ModelStep step) {
    ModelPrompt prompt = ModelPrompt.of(step);
    for (ModelMessage message : prompt.messages()) {
      if (MessageRole.SYSTEM.equals(message.role())) {
        System.out.println(message.text());
      }
    }
    assertFalse(prompt.messages().isEmpty());
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

  @Test
  void makesRuns() {
    List<Run> runs = FakeRuns.list(250);
    Page<Run> last = FakeRuns.page(runs, 3, 100);
    Run running = FakeRuns.run(1).toBuilder().status(RunStatus.RUNNING).endedAt(null).build();
    assertEquals(50, last.items().size());
    assertEquals(RunStatus.RUNNING, running.status());
  }

  @Test
  void changesLists() {
    MutationScript aNewRun = MutationScript.none().beforeRequest(2, Mutation.insertFirst());
    MutationScript shrinking = MutationScript.none().duringEachRequest(Mutation.deleteAnywhere());
    MutationScript busy = MutationScript.random(7, 3, 3).beforeRequest(5, Mutation.deleteAt(0));
    for (MutationScript script : List.of(aNewRun, shrinking, busy)) {
      sandbox.mutations(script);
      assertTrue(runs.stream().count() > 200);
    }
  }

  @Test
  void observes() {
    sandbox.mutations(MutationScript.random(7, 3, 3));
    Observation observation = sandbox.observe("app_1", "work_1");
    List<String> read = readAllIds(sandbox);
    assertTrue(read.containsAll(observation.lasting()));
    assertEquals(read.size(), new HashSet<>(read).size());
  }

  @Test
  void waitsAtAGate() throws InterruptedException {
    Gate gate = Gate.closed();
    sandbox.faults(FaultScript.times(1, Fault.hang(gate)));
    CompletableFuture<Long> count = CompletableFuture.supplyAsync(() -> runs.stream().count());
    assertTrue(gate.awaitArrivals(1, Duration.ofSeconds(10)));
    gate.open();
    assertEquals(260, count.join());
  }

  @Test
  void pagesAsOthersDo() {
    PagingBehaviour fromZero = PagingBehaviour.standard().firstPage(0).repeatsLastPage();
    PagingBehaviour stubborn = PagingBehaviour.standard().ignoresTake(30).answersPageZero();
    PagingBehaviour silent = PagingBehaviour.standard().hidesPage().hidesTake().hidesCount();
    for (PagingBehaviour behaviour : List.of(fromZero, stubborn, silent)) {
      sandbox.paging(behaviour);
      assertEquals(260, runs.stream().count());
    }
  }

  @Test
  void failsByScript() {
    try (CortexSandbox sandbox =
        CortexSandbox.builder()
            .faults(
                FaultScript.inOrder(
                    Fault.status(503).header("Retry-After", "1"),
                    Fault.none(),
                    Fault.resetAfterHeaders()))
            .start()) {
      readAllPages(sandbox.baseUrl());
      sandbox.faults(FaultScript.seeded(7, 0.05, Fault.status(500), Fault.truncatedBody()));
      readAllPages(sandbox.baseUrl());
    }
  }

  @Test
  void combinesFaults() {
    Fault busy = Fault.status(503).header("Retry-After", "1");
    Fault cut = Fault.truncatedBody();
    Fault slowAndBusy = Fault.delay(Duration.ofSeconds(2)).and(busy);
    assertEquals(3, new HashSet<>(List.of(busy, cut, slowAndBusy)).size());
  }

  private void readAllPages(String baseUrl) {
    try (CortexClient client = CortexClient.builder().apiKey(key).baseUrl(baseUrl).build()) {
      assertEquals(260, client.workflow("app_1", "work_1").runs().stream().count());
    }
  }

  private static List<String> readAllIds(CortexSandbox sandbox) {
    try (CortexClient client =
        CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      return client.workflow("app_1", "work_1").runs().stream().map(Run::id).toList();
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

  private Run detailed() {
    RunQuery query =
        RunQuery.builder().status(RunStatus.FAILED).addVerbose(RunVerbosity.ALL).build();
    return cortex.workflow("app_1", "work_1").runs(query).stream()
        .filter(run -> !StepOutputs.of(run).modelOutputs().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private <T extends WorkflowStep> T step(Class<T> kind) {
    WorkflowVersion version = detailed().workflowVersion();
    assertNotNull(version);
    return version.steps().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  /** What a user keeps runs in. */
  private static final class Runs {
    final List<Run> saved = new ArrayList<>();

    void save(Run run) {
      saved.add(run);
    }
  }
}
