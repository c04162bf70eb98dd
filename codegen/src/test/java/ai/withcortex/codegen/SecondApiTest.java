package ai.withcortex.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generator works for a whole API, not just for one endpoint: its client for an invented API
 * compiles with all warnings treated as errors, and calls each operation.
 *
 * <p>{@code Probe.java} makes the calls. Each file under {@code calls} describes one call, and its
 * name starts with the operation. It has three parts: the request, the server's response, and what
 * the caller sees of it. After an intended change, {@code -Dgolden.update=true} rewrites the first
 * and last parts and the expected interfaces. Review their diff.
 */
final class SecondApiTest {
  private static final Path FOLDER = Path.of("src/test/resources/second-api");
  private static final Path SPEC = FOLDER.resolve("spec.yaml");
  private static final Path CALLS = FOLDER.resolve("calls");

  private static final String SEPARATOR = "----\n";

  /** Headers that do not depend on the operation. */
  private static final Set<String> OF_EVERY_REQUEST =
      Set.of(
          "accept-encoding",
          "authorization",
          "cache-control",
          "connection",
          "content-length",
          "host",
          "user-agent");

  @TempDir static Path folder;
  private static Map<String, String> generated;
  private static BinaryOperator<String> probe;

  private volatile String sent = "nothing\n";

  @BeforeAll
  @SuppressWarnings("unchecked") // The class is known to this test as source only.
  static void generateAndCompile() throws Exception {
    generated =
        GeneratedSources.of(SPEC, folder.resolve("generated"), "library.api", "library.model");
    Map<String, String> sources = new TreeMap<>(generated);
    sources.put("Probe.java", Files.readString(FOLDER.resolve("Probe.java")));
    ClassLoader client =
        CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")));
    probe = (BinaryOperator<String>) client.loadClass("Probe").getConstructor().newInstance();
  }

  @Test
  void looksAsExpected() throws IOException {
    Map<String, String> judged = new TreeMap<>(generated);
    judged.keySet().removeIf(file -> !file.matches(".*(Api|Options|/BookChange)\\.java"));
    GoldenCasesTest.compare(FOLDER.resolve("expected"), judged);
  }

  @Test
  void noOperationIsLeftOut() throws IOException {
    Set<String> operations =
        new TreeSet<>(Yaml.mapper().readTree(SPEC.toFile()).findValuesAsText("operationId"));
    assertEquals(
        operations,
        calls()
            .map(SecondApiTest::name)
            .map(name -> name.replaceFirst("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sendsAndReads(Path call) throws IOException {
    List<String> parts = List.of(Files.readString(call).split(SEPARATOR, 3));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, parts.get(1)));
    server.start();
    try {
      String seen = probe.apply("http://127.0.0.1:" + server.getAddress().getPort(), name(call));
      String actual = String.join(SEPARATOR, sent, parts.get(1), seen + "\n");
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(call, actual);
      }
      assertEquals(Files.readString(call), actual);
    } finally {
      server.stop(0);
    }
  }

  static Stream<Path> calls() throws IOException {
    try (Stream<Path> files = Files.list(CALLS)) {
      return files.sorted().toList().stream();
    }
  }

  private static String name(Path call) {
    return call.getFileName().toString().replaceFirst("\\.txt$", "");
  }

  /** Parses a response: its status, its headers, an empty line and its body, as in HTTP. */
  private void answer(HttpExchange exchange, String answer) throws IOException {
    sent = described(exchange);
    String[] headAndBody = answer.split("\n\n", 2);
    List<String> head = headAndBody[0].strip().lines().toList();
    for (String line : head.subList(1, head.size())) {
      String[] header = line.split(": ", 2);
      exchange.getResponseHeaders().add(header[0], header[1]);
    }
    byte[] body = (headAndBody.length == 1 ? "" : headAndBody[1].strip()).getBytes(UTF_8);
    exchange.sendResponseHeaders(
        Integer.parseInt(head.get(0)), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String described(HttpExchange exchange) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(exchange.getRequestMethod())
        .append(' ')
        .append(exchange.getRequestURI())
        .append('\n');
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    headers.keySet().removeAll(OF_EVERY_REQUEST);
    headers.forEach(
        (name, values) ->
            text.append(name).append(": ").append(String.join(" and ", values)).append('\n'));
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8).replace("\r\n", "\n");
    if (!body.isEmpty()) {
      text.append('\n').append(body).append(body.endsWith("\n") ? "" : "\n");
    }
    return withoutBoundary(text.toString(), exchange);
  }

  /** Replaces the boundary, which OkHttp generates anew each time. */
  private static String withoutBoundary(String text, HttpExchange exchange) {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    return type.contains("boundary=")
        ? text.replace(type.replaceFirst(".*boundary=", ""), "BOUNDARY")
        : text;
  }
}
