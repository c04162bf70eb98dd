package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.core.parameter.Delimited;
import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Lists in one parameter, forms of several parts, and bodies that are no objects. */
final class RequestPartsTest {
  private volatile String body = "";

  @Test
  void joinsAsEachParameterSays() throws IOException {
    try (TestServer server = server(200, "[]");
        CortexTransport transport = server.transport()) {
      Delimited<Object> values = Delimited.of(List.of("a,b", 7, "*é~ +"));
      Delimited<Object> plain = Delimited.of(List.of("a b", new BigDecimal("1.50")));

      transport.execute(transport.api(Api.class).find(values, values, plain, plain));

      assertEquals(
          List.of("GET /a%2Cb,7,%2A%C3%A9~%20%2B?comma=a%2Cb,7,%2A%C3%A9~%20%2B&pipe=a%20b%7C1.50"),
          server.requests);
      assertEquals(List.of("a b,1.50"), server.requestHeaders.get(0).get("X-Comma"));
    }
  }

  @Test
  void leavesOutWhatHasNoValue() throws IOException {
    try (TestServer server = server(200, "[]");
        CortexTransport transport = server.transport()) {
      Delimited<Object> none = Delimited.of(List.of());

      transport.execute(transport.api(Api.class).find(Delimited.of(List.of(1)), none, null, none));

      assertEquals(List.of("GET /1"), server.requests);
      assertEquals(null, server.requestHeaders.get(0).get("X-Comma"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; x; x; 'path' is part of the path, so it needs at least one value",
        "x; a|b; x; A value contains '|', which would split it into two values",
        "x; x; a,b; A value contains ',', which would split it into two values"
      })
  void refusesWhatWouldBeReadAsSomethingElse(
      String path, String pipe, String header, String message) throws IOException {
    try (TestServer server = server(200, "[]");
        CortexTransport transport = server.transport()) {
      Delimited<Object> inPath =
          path.isEmpty() ? Delimited.of(List.of()) : Delimited.of(List.of(path));
      Call<List<String>> call =
          transport
              .api(Api.class)
              .find(inPath, null, Delimited.of(List.of(pipe)), Delimited.of(List.of(header)));

      Exception e = assertThrows(IllegalArgumentException.class, () -> transport.execute(call));

      assertEquals(message, e.getMessage());
      assertEquals(List.of(), server.requests);
    }
  }

  @Test
  void needsToKnowWhatStandsBetween() throws IOException {
    try (TestServer server = server(200, "[]");
        CortexTransport transport = server.transport()) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> transport.api(Api.class).findWithoutSeparator(Delimited.of(List.of("a"))));

      assertEquals(
          "A Delimited parameter needs @Delimited.By to set the separator", e.getMessage());
    }
  }

  @Test
  void joinedValuesAreACopyWithoutNull() {
    List<String> values = Arrays.asList("a", "b");
    Delimited<String> joined = Delimited.of(values);
    values.set(0, "c");

    assertEquals(List.of("a", "b"), joined.values());
    assertEquals("Delimited{2}", joined.toString());
    values.set(1, null);
    Exception e = assertThrows(NullPointerException.class, () -> Delimited.of(values));
    assertEquals("values[1] == null", e.getMessage());
  }

  @Test
  void sendsTextAsTextAndObjectsAsJson() throws IOException {
    try (TestServer server = server(204, "");
        CortexTransport transport = server.transport()) {
      Thing thing = new Thing();
      thing.id = "a";

      transport.execute(
          transport.api(Api.class).send("\"a\"", 7, List.of(1L, 2L), Color.RED, thing, null));

      assertEquals(
          List.of(
              "name=\"text\": text/plain; charset=UTF-8: \"a\"",
              "name=\"number\": text/plain; charset=UTF-8: 7",
              "name=\"numbers\": text/plain; charset=UTF-8: 1",
              "name=\"numbers\": text/plain; charset=UTF-8: 2",
              "name=\"color\": text/plain; charset=UTF-8: red",
              "name=\"thing\": application/json; charset=UTF-8: {\"id\":\"a\",\"number\":0}"),
          parts());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[\"a\",2]; Expected a string but found a number at path $[1]",
        "[\"a\",null]; Expected a string but found null at path $[1]"
      })
  void convertsNothing(String answer, String reason) throws IOException {
    try (TestServer server = server(200, answer);
        CortexTransport transport = server.transport()) {
      Call<List<String>> call = transport.api(Api.class).names(List.of(new BigDecimal("1.50")));

      CortexDataException e =
          assertThrows(CortexDataException.class, () -> transport.execute(call));

      assertEquals("Cannot read the response to POST /names: " + reason, e.getMessage());
      assertEquals("[1.50]", body);
    }
  }

  @Test
  void doesNotRepeatWhatCanBeSentOnce() throws IOException {
    try (FaultServer server = new FaultServer("503", "no content");
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder().apiKey("key").baseUrl(server.url()).build(),
                new Moshi.Builder().build(),
                new FakeTime())) {
      Api api = transport.api(Api.class);

      assertThrows(
          CortexApiException.class,
          () -> transport.execute(api.upload(MultipartBody.Part.create(new OneShot()))));
      assertEquals(1, server.requests());
    }
  }

  private TestServer server(int status, String answer) throws IOException {
    return new TestServer(
        exchange -> {
          body = text(exchange);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          TestServer.answer(exchange, status, answer.getBytes(UTF_8));
        });
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
  }

  /** Each part as its name, its type and its content. */
  private List<String> parts() {
    return Arrays.stream(body.split("--[^\r\n]+\r\n"))
        .filter(part -> !part.isBlank())
        .map(
            part ->
                part.replaceAll("(?s)^.*form-data; (name=\"[^\"]*\").*Content-Type: ", "$1: ")
                    .replaceAll("(?s)\r\n.*\r\n\r\n|\r\n\r\n", ": ")
                    .strip())
        .toList();
  }

  private static final class OneShot extends RequestBody {
    private final Source stream = Okio.source(new ByteArrayInputStream("once".getBytes(UTF_8)));

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeAll(stream);
    }
  }

  private enum Color implements OpenEnum {
    RED;

    @Override
    public String value() {
      return "red";
    }

    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public String toString() {
      return value();
    }
  }

  private interface Api {
    @GET("{path}")
    Call<List<String>> find(
        @Path(value = "path", encoded = true) @Delimited.By(',') Delimited<Object> path,
        @Query(value = "comma", encoded = true) @Delimited.By(',')
            @Nullable Delimited<Object> comma,
        @Query("pipe") @Delimited.By('|') @Nullable Delimited<Object> pipe,
        @Header("X-Comma") @Delimited.By(',') @Nullable Delimited<Object> header);

    @GET("x")
    Call<List<String>> findWithoutSeparator(@Query("q") Delimited<String> values);

    @POST("names")
    Call<List<String>> names(@Body List<BigDecimal> numbers);

    @Multipart
    @POST("form")
    Call<Void> send(
        @Part("text") String text,
        @Part("number") int number,
        @Part("numbers") List<Long> numbers,
        @Part("color") Color color,
        @Part("thing") Thing thing,
        @Part("left_out") @Nullable Integer leftOut);

    @Multipart
    @PUT("form")
    Call<Void> upload(@Part MultipartBody.Part file);
  }
}
