package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ErrorAnswersTest {
  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/error-answers"))) {
      return files.sorted().toList().stream();
    }
  }

  /** A file holds the status, headers, an empty line, the body, a line of dashes, the message. */
  @ParameterizedTest
  @MethodSource("files")
  void saysWhatTheAnswerSays(Path file) throws IOException {
    String text = Files.readString(file);
    int endOfAnswer = text.indexOf("\n-----\n");
    int endOfHead = text.indexOf("\n\n");
    List<String> head = text.substring(0, endOfHead).lines().toList();
    int status = Integer.parseInt(head.get(0));
    byte[] body = text.substring(endOfHead + 2, endOfAnswer).getBytes(UTF_8);
    try (TestServer server =
        new TestServer(
            exchange -> {
              for (String header : head.subList(1, head.size())) {
                int colon = header.indexOf(": ");
                exchange
                    .getResponseHeaders()
                    .add(header.substring(0, colon), header.substring(colon + 2));
              }
              TestServer.answer(exchange, status, body);
            })) {
      CortexApiException e = fail(server);

      assertEquals(text.substring(endOfAnswer + 7).strip(), e.getMessage());
      assertEquals(status, e.status());
      assertFalse(e.bodyExcerpt().contains(TestServer.KEY), e.bodyExcerpt());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, CortexApiException, false",
    "401, AuthenticationException, false",
    "403, AuthenticationException, false",
    "404, NotFoundException, false",
    "408, CortexApiException, true",
    "409, CortexApiException, false",
    "429, RateLimitedException, true",
    "500, CortexApiException, true",
    "501, CortexApiException, false",
    "502, CortexApiException, true",
    "503, CortexApiException, true",
    "504, CortexApiException, true"
  })
  void tellsStatusesApart(int status, String type, boolean retryable) throws IOException {
    try (TestServer server = TestServer.answering(status, "", "")) {
      CortexApiException e = fail(server);

      assertEquals(type, e.getClass().getSimpleName());
      assertEquals(retryable, e.isRetryable());
    }
  }

  @Test
  void keepsWhatTheErrorSaysAboutEachField() throws IOException {
    String json =
        "{\"status\":422,\"message\":\"Bad\",\"errors\":[{\"validation\":\"enum\","
            + "\"code\":\"invalid\",\"message\":\"not one\",\"path\":[\"query\",\"status\",0]}]}";
    try (TestServer server = TestServer.answering(422, "application/json", json)) {
      CortexApiException e = fail(server);

      ValidationError error = e.validationErrors().get(0);
      assertEquals("enum", error.validation());
      assertEquals("invalid", error.code());
      assertEquals("not one", error.message());
      assertEquals(List.of("query", "status", "0"), error.path());
      assertThrows(UnsupportedOperationException.class, () -> error.path().clear());
      assertThrows(UnsupportedOperationException.class, () -> e.validationErrors().clear());
      assertEquals(json, e.bodyExcerpt());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x-request-id, request-id",
    "request-id, x-amzn-requestid",
    "X-Amzn-RequestId, cf-ray",
    "CF-RAY, other"
  })
  void takesTheFirstRequestIdInOrder(String first, String second) throws IOException {
    try (TestServer server =
        new TestServer(
            exchange -> {
              exchange.getResponseHeaders().add(second, "second");
              exchange.getResponseHeaders().add(first, "first");
              TestServer.answer(exchange, 500, new byte[0]);
            })) {
      CortexApiException e = fail(server);

      assertEquals("first", e.requestId());
      assertEquals(List.of("second"), e.headers().get(second.toUpperCase(Locale.ROOT)));
      assertThrows(UnsupportedOperationException.class, () -> e.headers().clear());
    }
  }

  @Test
  void cutsAHugeErrorAndClosesItsConnection() throws IOException {
    byte[] huge = "x".repeat(5_000_000).getBytes(UTF_8);
    try (TestServer server = TestServer.answering(500, "text/plain", huge)) {
      CortexApiException e = fail(server);

      assertEquals("x".repeat(512), e.bodyExcerpt());
      assertNull(e.requestId());
    }
  }

  @Test
  void survivesAnErrorThatIsNestedWithoutEnd() throws IOException {
    String deep = "{\"message\":".repeat(5_000);
    try (TestServer server = TestServer.answering(500, "application/json", deep)) {
      assertEquals(500, fail(server).status());
    }
  }

  @Test
  void keepsTheStatusWhenTheErrorBodyBreaksOff() throws IOException {
    try (TestServer server =
        new TestServer(
            exchange -> {
              exchange.sendResponseHeaders(503, 1000);
              exchange.getResponseBody().write("{\"message\":\"Bu".getBytes(UTF_8));
              exchange.getResponseBody().flush();
            })) {
      CortexApiException e = fail(server);

      assertEquals(503, e.status());
      assertEquals("{\"message\":\"Bu", e.bodyExcerpt());
    }
  }

  @Test
  void survivesSerialization() throws Exception {
    try (TestServer server =
        TestServer.answering(
            429, "application/json", "{\"message\":\"Slow\",\"errors\":[{\"path\":[\"a\"]}]}")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(fail(server));

      CortexApiException copy =
          (CortexApiException)
              new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

      assertEquals(429, copy.status());
      assertEquals("[a: invalid]", copy.validationErrors().toString());
      assertTrue(copy.headers().containsKey("content-TYPE"));
    }
  }

  private static CortexApiException fail(TestServer server) {
    try (CortexTransport transport = server.transport()) {
      return assertThrows(
          CortexApiException.class,
          () -> transport.execute(transport.api(ThingsApi.class).list("canary")));
    }
  }
}
