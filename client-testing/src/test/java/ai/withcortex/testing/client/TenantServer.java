package ai.withcortex.testing.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.model.Run;
import ai.withcortex.testing.FakeRuns;
import com.squareup.moshi.JsonAdapter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists the same runs for every tenant, whose ID is that of the app, and compares the keys. */
final class TenantServer implements AutoCloseable {
  static final int RUNS = 110;

  private static final Pattern REQUEST =
      Pattern.compile("/apps/(.+)/workflows/work_1/runs\\?page=(\\d+)&take=(\\d+)");
  private static final JsonAdapter<List<Run>> PAGES =
      JsonAdapters.list(CortexJson.moshi().adapter(Run.class));

  /** The requests with a key that does not belong to the tenant in their path. */
  final Queue<String> mixedUp = new ConcurrentLinkedQueue<>();

  final AtomicInteger requests = new AtomicInteger();

  private final List<Run> runs = FakeRuns.list(RUNS);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile int failing = Integer.MAX_VALUE;

  TenantServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static String keyOf(String tenant) {
    return "key-of-" + tenant;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers one request in so many with a 503. */
  void failOneIn(int number) {
    failing = number;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    Matcher request = REQUEST.matcher(target);
    if (!request.matches() || !("Bearer " + keyOf(request.group(1))).equals(key)) {
      mixedUp.add(target + " with " + key);
      respond(exchange, 400, "{}");
    } else if (requests.incrementAndGet() % failing == 0) {
      respond(exchange, 503, "{}");
    } else {
      int page = Integer.parseInt(request.group(2));
      int take = Integer.parseInt(request.group(3));
      int start = Math.min((page - 1) * take, RUNS);
      String json =
          page == 0 ? "{}" : PAGES.toJson(runs.subList(start, Math.min(start + take, RUNS)));
      respond(exchange, page == 0 ? 400 : 200, json);
    }
  }

  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
