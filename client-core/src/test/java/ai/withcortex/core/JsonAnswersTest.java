package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonAnswersTest {
  private static final String FAILED = "Cannot read the answer to GET /apps/app_1/things: ";

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"id\":\"a\",\"number\":7}]", "\ufeff [{\"id\":\"a\",\"number\":7}]\n"})
  void readsAnswers(String json) throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", json);
        CortexTransport transport = server.transport()) {
      ApiResponse<List<Thing>> response =
          transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertEquals(200, response.status());
      assertEquals(7, response.body().get(0).number);
      assertEquals("application/json", response.header("content-TYPE"));
      assertEquals(List.of("application/json"), response.headers().get("CONTENT-type"));
      assertNull(response.header("other"));
      assertThrows(UnsupportedOperationException.class, () -> response.headers().clear());
    }
  }

  /** Each canary stands where a value of a payload would. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                               | $           | expected BEGIN_ARRAY, found BEGIN_OBJECT at $
          [{"id":{"a":"canary"}}]          | $[0].id     | expected a string, found BEGIN_OBJECT at $[0].id
          [{},{"number":"canary"}]         | $[1].number | expected an int, found something else at $[1].number
          [{"number":4.2424242}]           | $[0].number | expected an int, found something else at $[0].number
          [{"number":9999999999}]          | $[0].number | expected an int, found something else at $[0].number
          [{"number":null}]                | $[0].number | expected an int, found NULL at $[0].number
          [{"number":"STRING canary"}]     | $[0].number | expected an int, found STRING at $[0].number
          [{"id":"canary"                  | $[0].id     | the JSON ends early at $[0].id
          [{"id":"canary                   | $[0].id     | malformed JSON at $[0].id
          [{"id":"\\qcanary"}]             | $[0].id     | malformed JSON at $[0].id
          [{"id":"\\ucana"}]               | $[0].id     | malformed JSON at $[0].id
          [{id:"canary"}]                  | $[0].       | malformed JSON at $[0].
          [{"id":'canary'}]                | $[0].id     | malformed JSON at $[0].id
          canary                           | $           | malformed JSON at $
          [] canary                        | $           | found more after the end of the JSON document
          [][]                             | $           | found more after the end of the JSON document
          """)
  void saysWhereAndWhyAnAnswerIsUnreadable(String json, String path, String reason)
      throws IOException {
    CortexDataException e = fail("application/json", json);

    assertEquals(FAILED + reason, e.getMessage());
    assertEquals(path, e.path());
    assertFalse(printed(e).contains("canary"), printed(e));
    assertFalse(printed(e).contains("4242"), printed(e));
  }

  @Test
  void namesWhatStandsInForJson() throws IOException {
    CortexDataException e = fail("text/html; charset=utf-8", "<html>canary</html>");

    assertEquals(FAILED + "answered with text/html instead of JSON", e.getMessage());
    assertEquals("$", e.path());
  }

  @ParameterizedTest
  @CsvSource({"200, ''", "200, null", "200, '\ufeff'", "204, ''"})
  void refusesAnswersWithoutBody(int status, String body) throws IOException {
    try (TestServer server = TestServer.answering(status, "application/json", body)) {
      CortexDataException e = fail(server, new Moshi.Builder().build());

      assertEquals(
          FAILED + "expected JSON, found an empty body or null (HTTP " + status + ")",
          e.getMessage());
      assertNull(e.path());
    }
  }

  @Test
  void takesOverWhatTheSdksOwnAdaptersSay() throws IOException {
    CortexDataException own = new CortexDataException("no id at $[3]", "$[3]", null);

    CortexDataException e = failInAdapter(own);

    assertEquals(FAILED + "no id at $[3]", e.getMessage());
    assertEquals("$[3]", e.path());
    assertSame(own, e.getCause());
  }

  @Test
  void usesTheReadersPathWhereAnAdapterNamesNone() throws IOException {
    assertEquals("$[0].id", failInAdapter(new CortexDataException("no id", null, null)).path());
  }

  @Test
  void hidesWhatOtherExceptionsOfAdaptersQuote() throws IOException {
    CortexDataException e = failInAdapter(new NumberFormatException("For input: canary"));

    assertEquals(FAILED + "found a value that does not fit at $[0].id", e.getMessage());
    assertFalse(printed(e).contains("canary"), printed(e));
  }

  @Test
  void writesRequestBodiesAsMoshiDoes() throws IOException {
    try (TestServer server =
            new TestServer(
                exchange ->
                    TestServer.answer(exchange, 201, exchange.getRequestBody().readAllBytes()));
        CortexTransport transport = server.transport()) {
      Thing thing = new Thing();
      thing.id = "sent";

      assertEquals(
          "sent", transport.execute(transport.api(ThingsApi.class).create(thing)).body().id);
    }
  }

  private static CortexDataException failInAdapter(RuntimeException failure) throws IOException {
    JsonAdapter<Object> adapter =
        new JsonAdapter<>() {
          @Override
          public Object fromJson(JsonReader reader) throws IOException {
            reader.beginArray();
            reader.beginObject();
            assertEquals("id", reader.nextName());
            throw failure;
          }

          @Override
          public void toJson(JsonWriter writer, Object value) {
            throw new AssertionError();
          }
        };
    Moshi moshi =
        new Moshi.Builder()
            .add(Types.newParameterizedType(List.class, Thing.class), adapter)
            .build();
    try (TestServer server =
        TestServer.answering(200, "application/json", "[{\"id\":\"canary\"}]")) {
      return fail(server, moshi);
    }
  }

  private static CortexDataException fail(String contentType, String body) throws IOException {
    try (TestServer server = TestServer.answering(200, contentType, body.getBytes(UTF_8))) {
      return fail(server, new Moshi.Builder().build());
    }
  }

  private static CortexDataException fail(TestServer server, Moshi moshi) {
    CortexConfiguration configuration =
        CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(server.url()).build();
    try (CortexTransport transport = CortexTransport.create(configuration, moshi)) {
      return assertThrows(
          CortexDataException.class,
          () -> transport.execute(transport.api(ThingsApi.class).list("query-canary")));
    }
  }

  private static String printed(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
