package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.send;
import static ai.withcortex.testing.SandboxCaller.sendRaw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.spec.SpecValidator;
import ai.withcortex.testing.server.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec")
final class SandboxErrorsTest {
  private static final CortexSandbox SANDBOX = CortexSandbox.start();
  private static final SpecValidator SPEC = SpecValidator.load();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/apps",
        "/apps/app_1",
        "/apps/app_1/workflows/",
        "/apps/app_1/workflows/work_1/runs/",
        "/apps/app_1/workflows/work_1/runs/run_1/",
        "/apps/app_1/workflows/work_1/runs/run_1/stop",
        "/apps/app_1/workflows/work_1/runs/run_1/cancel/now",
        "/apps/app_1/workflows/work_1/versions/",
        "/apps//workflows/work_1/runs",
        "/apps/app_1/workflows//runs",
        "/Apps/app_1/workflows/work_1/runs",
        "/apps/app_1/workflows/%FF/runs",
        "/apps/app_1%2Fworkflows/work_1/runs",
      })
  void doesNotKnowOtherPaths(String path) {
    assertError(
        404,
        "Path not found; the sandbox serves only the paths in the spec",
        send(SANDBOX, path, "POST", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PUT", "DELETE", "OPTIONS"})
  void allowsTheMethodsInTheSpec(String method) {
    HttpResponse<String> response = send(SANDBOX, RUNS, method, null);

    assertError(405, "Method " + method + " is not allowed; send GET or POST", response);
    assertEquals("GET, POST", header(response, "allow"));
    HttpResponse<String> ofRun = send(SANDBOX, RUNS + "/run_1", method, null);
    assertError(405, "Method " + method + " is not allowed; send GET", ofRun);
  }

  @Test
  void answersHeadWithoutABody() {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(SANDBOX.baseUrl() + RUNS))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> response = send(head);
    assertEquals(405, response.statusCode());
    assertEquals("", response.body());
    assertEquals(200, get(SANDBOX, RUNS).statusCode());
  }

  @Test
  void wantsAnApiKey() {
    HttpResponse<String> response =
        send(SANDBOX, "/apps/none/workflows/none/runs?take=x", "GET", null);

    assertError(
        401, "API key is missing; send the header Authorization: Bearer <API key>", response);
    assertEquals("Bearer", header(response, "www-authenticate"));
  }

  @Test
  void wantsABearerToken() {
    assertError(
        401,
        "API key was not sent as a bearer token; send Authorization: Bearer <API key>",
        send(SANDBOX, RUNS, "GET", "Basic c2FuZGJveC1rZXk="));
  }

  @Test
  void wantsTheRightKey() {
    assertError(401, "API key is not valid", send(SANDBOX, RUNS, "GET", "Bearer sandbox-key2"));
    assertEquals(200, send(SANDBOX, RUNS, "GET", "bearer sandbox-key").statusCode());
  }

  @Test
  void takesAKeyOfTheTest() {
    try (CortexSandbox sandbox = CortexSandbox.builder().apiKey("of-the-test").start()) {
      assertEquals(200, send(sandbox, RUNS, "GET", "Bearer of-the-test").statusCode());
      assertEquals(401, send(sandbox, RUNS, "GET", "Bearer sandbox-key").statusCode());
    }
  }

  @Test
  void doesNotKnowOtherAppsAndWorkflows() {
    assertError(
        404, "App not found: app_9", get(SANDBOX, "/apps/app_9/workflows/work_1/runs?take=x"));
    assertError(
        404, "Workflow not found: work_2", get(SANDBOX, "/apps/app_1/workflows/work_2/runs"));
    assertError(
        404, "Workflow not found: ä b", get(SANDBOX, "/apps/app_1/workflows/%C3%A4%20b/runs"));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/wrong-parameters.csv",
      delimiter = ';',
      useHeadersInDisplayName = true)
  void refusesWrongParameters(
      String query, String name, String validation, String code, String message) {
    HttpResponse<String> response = get(SANDBOX, RUNS + "?" + query);

    String error =
        "{\"validation\":\"%s\",\"code\":\"%s\",\"message\":\"%s\",\"path\":[\"query\",\"%s\"]}"
            .formatted(validation, code, withKnownValues(message), name);
    assertError(422, "Validation failed\",\"errors\":[" + error + "]", response);
  }

  /** The spec may gain values, and the message names them all. */
  private static String withKnownValues(String message) {
    return message
        .replace("{status}", "'ALL' | " + quoted(RunStatus.knownValues()))
        .replace("{origin}", "'ALL' | " + quoted(RunOrigin.knownValues()))
        .replace("{verbose}", quoted(RunVerbosity.knownValues()));
  }

  private static String quoted(List<? extends OpenEnum> values) {
    return values.stream().map(v -> "'" + v.value() + "'").collect(Collectors.joining(" | "));
  }

  @Test
  void reportsAllWrongParametersAtOnce() {
    HttpResponse<String> response =
        get(SANDBOX, RUNS + "?x=%FF&take=0&page=x&status=no&origin=no&verbose=no&verbose=never");

    assertEquals(422, response.statusCode());
    List<String> names =
        SandboxCaller.at(JsonValue.parse(response.body()), "/errors").asList().stream()
            .map(error -> SandboxCaller.at(error, "/path/1").asString())
            .toList();
    assertEquals(List.of("verbose", "origin", "status", "page", "take", "x"), names);
    assertEquals(List.of(), SPEC.errors("ErrorResponse", response.body()));
  }

  @Test
  void answersEvenWhatIsNoUri() throws IOException {
    String answer = sendRaw(SANDBOX, RUNS + "?status=%zz");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @Test
  void answersItsOwnFailuresAndDoesNotHideThem() {
    BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    RuntimeException failure = new IllegalStateException("on purpose");
    RequestLog log = new RequestLog();
    ScriptedResponder responder =
        new ScriptedResponder(
            request -> {
              throw failure;
            },
            log,
            false,
            Clock.systemUTC());
    try (SandboxServer server = SandboxServer.start(0, responder, false)) {
      HttpResponse<String> response =
          send(HttpRequest.newBuilder(URI.create(server.baseUrl())).build());

      assertError(500, "The sandbox failed with java.lang.IllegalStateException", response);
      assertEquals(failure, uncaught.poll());
      assertEquals(500, log.requests().get(0).status());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static void assertError(int status, String message, HttpResponse<String> response) {
    assertEquals(status, response.statusCode());
    String rest = status == 422 ? "}" : "\"}";
    assertEquals("{\"status\":" + status + ",\"message\":\"" + message + rest, response.body());
    assertEquals("application/json", header(response, "content-type"));
    assertEquals(List.of(), SPEC.errors("ErrorResponse", response.body()));
  }
}
