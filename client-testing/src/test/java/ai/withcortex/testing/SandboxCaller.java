package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls sandboxes as a program without this SDK would, and makes runs to put into them. */
public final class SandboxCaller {
  public static final String RUNS = "/apps/app_1/workflows/work_1/runs";
  public static final String APP_LESS_RUNS = "/apps/c/workflows/work_2/runs";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonAdapter<Run> RUN_JSON = CortexJson.moshi().adapter(Run.class);

  private SandboxCaller() {}

  public static HttpResponse<String> get(CortexSandbox sandbox, String pathAndQuery) {
    return send(sandbox, pathAndQuery, "GET", "Bearer " + sandbox.apiKey());
  }

  public static HttpResponse<String> send(
      CortexSandbox sandbox, String pathAndQuery, String method, @Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + pathAndQuery))
            .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{}" : ""));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return send(request.build());
  }

  /** Sends a JSON body. */
  public static HttpResponse<String> post(CortexSandbox sandbox, String pathAndQuery, String json) {
    return sendJson(sandbox, pathAndQuery, "POST", json);
  }

  public static HttpResponse<String> sendJson(
      CortexSandbox sandbox, String pathAndQuery, String method, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + pathAndQuery))
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .header("Authorization", "Bearer " + sandbox.apiKey())
            .header("Content-Type", "application/json")
            .build());
  }

  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request line that no client library would, and returns all that comes back. */
  static String sendRaw(CortexSandbox sandbox, String target) throws IOException {
    String request =
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Authorization: Bearer "
            + sandbox.apiKey()
            + "\r\n\r\n";
    try (Socket socket = connect(port(sandbox))) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** What a JSON pointer leads to; that it is there is what the test expects. */
  public static JsonValue at(JsonValue value, String pointer) {
    return Objects.requireNonNull(value.at(pointer), pointer);
  }

  public static int port(CortexSandbox sandbox) {
    return URI.create(sandbox.baseUrl()).getPort();
  }

  public static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** The bodies of all pages, in order. */
  public static List<String> pages(CortexSandbox sandbox, String path, boolean isVerbose) {
    List<String> bodies = new ArrayList<>();
    String query = "?take=100" + (isVerbose ? "&verbose=all" : "") + "&page=";
    String body = get(sandbox, path + query + 1).body();
    while (!body.equals("[]")) {
      bodies.add(body);
      body = get(sandbox, path + query + (bodies.size() + 1)).body();
    }
    return bodies;
  }

  public static List<JsonValue> allRuns(CortexSandbox sandbox, String path, boolean isVerbose) {
    return pages(sandbox, path, isVerbose).stream()
        .flatMap(body -> JsonValue.parse(body).asList().stream())
        .toList();
  }

  public static List<Run> runs(HttpResponse<String> response) {
    return JsonValue.parse(response.body()).asList().stream().map(SandboxCaller::run).toList();
  }

  public static List<String> ids(HttpResponse<String> response) {
    return runs(response).stream().map(Run::id).toList();
  }

  public static Run run(JsonValue json) {
    try {
      return Objects.requireNonNull(RUN_JSON.fromJson(json.json()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static @Nullable String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** A run of workflow {@code w} in app {@code a}. */
  public static Run newRun(String id, @Nullable String createdAt) {
    return Run.builder()
        .id(id)
        .status(RunStatus.COMPLETED)
        .origin(RunOrigin.ENDPOINT)
        .output(Map.of())
        .appId("a")
        .workflowAppId("a")
        .workflowId("w")
        .createdAt(createdAt == null ? null : Instant.parse(createdAt))
        .build();
  }
}
