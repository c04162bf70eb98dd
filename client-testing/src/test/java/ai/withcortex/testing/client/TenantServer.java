package ai.withcortex.testing.client;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.model.Run;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.server.SandboxServer;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Lists the same runs for every tenant, whose ID is that of the app, and compares the keys. */
final class TenantServer implements AutoCloseable {
  static final int RUNS = 110;

  private static final JsonAdapter<List<Run>> PAGES =
      JsonAdapters.list(CortexJson.moshi().adapter(Run.class));

  /** The requests with a key that does not belong to the tenant in their path. */
  final Queue<String> mixedUp = new ConcurrentLinkedQueue<>();

  final AtomicInteger requests = new AtomicInteger();

  private final List<Run> runs = FakeRuns.list(RUNS);
  private final SandboxServer server = SandboxServer.start(0, this::answer, false);
  private volatile int failing = Integer.MAX_VALUE;

  static String keyOf(String tenant) {
    return "key-of-" + tenant;
  }

  String url() {
    return server.baseUrl();
  }

  /** Answers one request in so many with a 503. */
  void failOneIn(int number) {
    failing = number;
  }

  private SandboxResponse answer(SandboxRequest request) throws IOException {
    request.readBody();
    String key = String.valueOf(request.header("Authorization"));
    if (!request
        .path()
        .equals("/apps/" + key.replace("Bearer key-of-", "") + "/workflows/work_1/runs")) {
      mixedUp.add(request.path() + " with " + key);
      return SandboxResponse.error(401, "the key of another tenant");
    }
    if (requests.incrementAndGet() % failing == 0) {
      return SandboxResponse.error(503, "busy");
    }
    int page = number(request, "page");
    int take = number(request, "take");
    if (page == 0) {
      return SandboxResponse.error(400, "the first page is 1");
    }
    int start = Math.min((page - 1) * take, RUNS);
    return SandboxResponse.ok(PAGES.toJson(runs.subList(start, Math.min(start + take, RUNS))));
  }

  private static int number(SandboxRequest request, String name) {
    return Integer.parseInt(request.query().getOrDefault(name, List.of("")).get(0));
  }

  @Override
  public void close() {
    server.close();
  }
}
