package ai.withcortex.regeneration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * New operations and a new parameter in a copy of the spec get all client features without any
 * other edit. The program in {@code new-operations} calls them.
 */
final class NewOperationsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path FOLDER = Path.of("src/test/resources/new-operations");

  @TempDir Path folder;

  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** The paths of earlier GET requests. */
  private final Set<String> known = new HashSet<>();

  private String run = "";

  @Test
  void areCalledWithRetriesTypedErrorsCheckpointsAndTheChecksOfTheSandbox() throws Exception {
    Project project = Project.at(ROOT);
    JsonNode edit = SpecEdit.YAML.readTree(FOLDER.resolve("edit.yaml").toFile());
    ChangedClient client =
        ChangedClient.of(SpecEdit.edited(project.spec(), edit), folder.resolve("client"));
    client.compileHandwritten();
    run =
        SpecEdit.YAML.readTree(ROOT.resolve("spec/examples/runs.json").toFile()).get(0).toString();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    List<String> seen;
    try {
      seen = probe(client).apply("http://127.0.0.1:" + server.getAddress().getPort() + "/gateway");
    } finally {
      server.stop(0);
    }

    String runs = "/gateway/apps/app_1/workflows/work_1/runs/";
    assertEquals(
        List.of(
            "GET " + runs + "run_1/copy?verbose=all",
            "GET " + runs + "run_1/copy?verbose=all",
            "GET " + runs + "run_2/copy",
            "GET " + runs + "run_2/copy",
            "POST " + runs + "run_3/cancellation {\"reason\":\"Not needed.\"}",
            "POST " + runs + "run_4/cancellation {\"reason\":\"Not needed.\"}",
            "POST " + runs + "run_5/cancellation {\"reason\":\"Not needed.\"}"),
        requests);
    String id = SpecEdit.YAML.readTree(run).path("id").asText();
    String another =
        "Expected a checkpoint of this query, found one of a different query; use the same IDs,"
            + " filters, verbose, next, and first page as the walk that created it";
    assertEquals(
        List.of(
            "got " + id,
            "got " + id,
            "503 after 1",
            "503 after 1",
            "canceled: null",
            "asked for {page=[1], take=[20], order=[OLDEST]}",
            "goes on: true",
            "NEWEST: " + another,
            "null: " + another,
            "422 [query.order: Invalid enum value. Expected 'NEWEST' | 'OLDEST', received"
                + " 'NAME']"),
        seen);
  }

  @SuppressWarnings("unchecked") // This test only has the source of the class.
  private static Function<String, List<String>> probe(ChangedClient client) throws Exception {
    ClassLoader classes = client.compileProgram(FOLDER.resolve("Probe.java"));
    return (Function<String, List<String>>)
        classes.loadClass("Probe").getConstructor().newInstance();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add((exchange.getRequestMethod() + " " + path + " " + sent).strip());
    boolean isRead = exchange.getRequestMethod().equals("GET");
    if (isRead && !known.add(path)) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(run.getBytes(UTF_8));
    } else {
      exchange.sendResponseHeaders(path.contains("run_5") ? 204 : 503, -1);
    }
    exchange.close();
  }
}
