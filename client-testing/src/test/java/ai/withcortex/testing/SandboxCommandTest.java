package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxCommandTest {
  private static final String USAGE =
      """
      Usage: CortexSandbox [--runs count] [port]
        count  number of small runs in workflow work_1, 0 to 1000000; default: 260 runs of all kinds
        port   port to listen on, 0 to 65535; 0 picks a free port; default: 8080
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "65536", "999999", "", "80 80"})
  void explainsItselfAfterAWrongArgument(String argument) {
    assertEquals(2, run(argument));
    assertEquals(USAGE, err.toString(UTF_8));
    assertEquals("", out.toString(UTF_8));
  }

  @Test
  void explainsItselfIfAsked() {
    assertEquals(0, run("--help"));
    assertEquals(USAGE, out.toString(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2",
        "--runs",
        "--runs x",
        "--runs 1000001",
        "--runs 1 x",
        "--runs 1 2 3",
        "1 -h"
      })
  void takesNoOtherArguments(String arguments) {
    assertEquals(2, run(arguments.split(" ")));
    assertEquals(USAGE, err.toString(UTF_8));
  }

  @Test
  void saysThatThePortIsTaken() {
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().start()) {
      int port = SandboxCaller.port(sandbox);
      assertEquals(1, run(String.valueOf(port)));
      String expected = "Cannot listen on 127.0.0.1:" + port + " (java.net.BindException: ";
      assertTrue(err.toString(UTF_8).startsWith(expected), err.toString(UTF_8));
      assertTrue(err.toString(UTF_8).endsWith("); choose a different port\n"), err.toString(UTF_8));
    }
  }

  @Test
  void servesUntilItIsKilled() throws Exception {
    Process process = java("ai.withcortex.testing.CortexSandbox", "0");
    try {
      List<String> lines = new ArrayList<>();
      BufferedReader reader = process.inputReader(UTF_8);
      for (int i = 0; i < 7; i++) {
        lines.add(reader.readLine());
      }
      String url = lines.get(0).substring(lines.get(0).indexOf("http"));
      assertEquals(
          List.of(
              "Cortex API sandbox at " + url,
              "API key: sandbox-key",
              "App app_1, workflow work_1",
              "App c, workflow work_2",
              "Try:",
              "  curl -i -H 'Authorization: Bearer sandbox-key' '"
                  + url
                  + "/apps/app_1/workflows/work_1/runs?take=2'",
              "Press Ctrl-C to stop."),
          lines);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + SandboxCaller.RUNS))
              .header("Authorization", "Bearer sandbox-key")
              .build();
      assertEquals(200, SandboxCaller.send(request).statusCode());
      assertTrue(process.isAlive());
    } finally {
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void servesAMillionRunsFromLittleMemory() throws Exception {
    Process process =
        java("-Xmx64m", "ai.withcortex.testing.CortexSandbox", "--runs", "1000000", "0");
    try {
      String line = process.inputReader(UTF_8).readLine();
      String url = line.substring(line.indexOf("http"));
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(url + SandboxCaller.RUNS + "?take=100&page=10000&status=ALL"))
              .header("Authorization", "Bearer sandbox-key")
              .build();
      HttpResponse<String> response = SandboxCaller.send(request);
      List<String> ids = SandboxCaller.ids(response);
      assertEquals(100, ids.size());
      assertEquals("run_1000000", ids.get(99));
      assertEquals("1000000", SandboxCaller.header(response, "pagination-count"));
    } finally {
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void exitsWithTheCodeOfTheCommand() throws Exception {
    Process process = java("ai.withcortex.testing.CortexSandbox", "x");
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(2, process.exitValue());
  }

  @Test
  void aForgottenSandboxDoesNotKeepTheJvmAlive() throws Exception {
    Process process = java("ai.withcortex.testing.ForgetfulProgram");
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals("200", process.inputReader(UTF_8).readLine());
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private int run(String... arguments) {
    return new SandboxCommand(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            CortexSandbox.DEFAULT_API_KEY,
            CortexSandbox::launch)
        .run(arguments);
  }

  private static Process java(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
