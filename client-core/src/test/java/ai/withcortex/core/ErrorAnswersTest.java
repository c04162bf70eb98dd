package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorAnswersTest {
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

  @Test
  void readsTheWholeBodyOfAnError() throws IOException {
    String id = "x".repeat(60_000);
    String json = "{\"id\":\"" + id + "\",\"number\":7}";
    try (TestServer server = TestServer.answering(409, "application/problem+json", json);
        CortexTransport transport = server.transport()) {
      CortexApiException e = fail(server);

      assertEquals(id + " 7", transport.errorBody(e, ThingsApi.Thing.class).toString());
      assertEquals(json.substring(0, 512), e.bodyExcerpt());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0 | expected JSON, found an empty body or null",
        "null | 0 | expected JSON, found an empty body or null",
        "<html> | 0 | malformed JSON at $, byte 0 of the body: expected a value",
        "{\"number\":\"canary\"} | 0 | expected an int, found something else at $.number",
        "{} | 70000 | the JSON ends early at $., byte 65536 of the body: expected '\"'",
        "[] {} | 0 | expected BEGIN_OBJECT, found BEGIN_ARRAY at $"
      })
  void saysWhyTheBodyOfAnErrorCannotBeRead(String body, int padding, String reason)
      throws IOException {
    String sent = padding == 0 ? body : "{\"" + "x".repeat(padding) + "\":1}";
    try (TestServer server = TestServer.answering(409, "application/json", sent);
        CortexTransport transport = server.transport()) {
      CortexApiException failure = fail(server);

      CortexDataException e =
          assertThrows(
              CortexDataException.class, () -> transport.errorBody(failure, ThingsApi.Thing.class));

      assertEquals("Cannot read the response to GET /apps/app_1/things: " + reason, e.getMessage());
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
