package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonAnswersTest {
  private static final String FAILED = "Cannot read the response to GET /apps/app_1/things: ";

  @Test
  void readsAnswers() throws IOException {
    String json = "[{\"id\":\"a\",\"number\":7}]\n";
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

    assertEquals(FAILED + "found an invalid value at $[0].id", e.getMessage());
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
        new Moshi.Builder().add((type, none, all) -> type == Thing.class ? adapter : null).build();
    try (TestServer server =
        TestServer.answering(200, "application/json", "[{\"id\":\"canary\"}]")) {
      return fail(server, moshi);
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
