package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.GzipSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's interceptors may do with encodings, and what they see of responses. */
final class DecodingInterceptorsTest {
  @Test
  void anInterceptorDecodesWhatItAskedFor() throws IOException {
    try (TestServer server = encoded(200, "x-test", "[{\"id\":\"a\",\"number\":7}]");
        CortexTransport transport =
            server.transport(client -> client.addInterceptor(decoding("x-test")))) {
      assertEquals(
          "[a 7]", transport.execute(transport.api(ThingsApi.class).list("ALL")).body().toString());
      assertEquals("x-test", server.requestHeaders.get(0).getFirst("Accept-Encoding"));
    }
  }

  @Test
  void anInterceptorDecodesTheBodyOfAnError() throws IOException {
    try (TestServer server = encoded(400, "x-test", "{\"message\":\"packed\"}");
        CortexTransport transport =
            server.transport(client -> client.addInterceptor(decoding("x-test")))) {
      CortexApiException e =
          assertThrows(
              CortexApiException.class,
              () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));

      assertEquals("HTTP 400 from GET /apps/app_1/things: packed", e.getMessage());
    }
  }

  @Test
  void saysSoIfTheInterceptorThatAskedDoesNotDecode() throws IOException {
    try (TestServer server = encoded(200, "gzip", "[]");
        CortexTransport transport =
            server.transport(client -> client.addInterceptor(asking("gzip")))) {
      CortexDataException e =
          assertThrows(
              CortexDataException.class,
              () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));

      assertEquals(
          "Cannot read the response to GET /apps/app_1/things: expected JSON, found a body that is"
              + " still encoded as gzip; configure the server or gateway to honor Accept-Encoding, or"
              + " decode the body in an interceptor of your OkHttpClient",
          e.getMessage());
    }
  }

  @Test
  void interceptorsSeeADecodedBodyUnlessTheyAsked() throws IOException {
    List<Response> seen = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    try (TestServer server = encoded(200, "gzip", "[]");
        CortexTransport transport =
            server.transport(
                client ->
                    client.addInterceptor(
                        chain -> {
                          Response response = chain.proceed(chain.request());
                          seen.add(response);
                          texts.add(response.peekBody(100).string());
                          return response;
                        }))) {
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertEquals(List.of("[]"), texts);
      assertNull(seen.get(0).header("Content-Encoding"));
      assertNull(seen.get(0).header("Content-Length"));
      assertEquals("gzip", server.requestHeaders.get(0).getFirst("Accept-Encoding"));
    }
  }

  /** Okio's messages quote bytes: of a check sum, of what follows, of blocks that cannot be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1F8B08000000000000FF8B8E050029BB4C0E02000000",
        "1F8B08000000000000FF8B8E050029BB4C0D0200000063616E617279",
        "1F8B0800000000000000FFFFFFFFFFFFFFFFFFFFFFFF"
      })
  void whatAnInterceptorCannotDecodeIsNotQuoted(String hex) throws IOException {
    try (TestServer server = encoded(200, "x-test", HexFormat.of().parseHex(hex));
        CortexTransport transport =
            server.transport(client -> client.addInterceptor(decoding("x-test")))) {
      CortexConnectionException e =
          assertThrows(
              CortexConnectionException.class,
              () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));

      assertEquals(
          "GET /apps/app_1/things failed: "
              + server.url()
              + " closed the connection early or violated HTTP",
          e.getMessage());
      assertNull(e.getCause());
    }
  }

  /** With HTTP/2, OkHttp 4 takes a second interim response for the response. */
  @Test
  void anInterimResponseIsNoResponse() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport =
            server.transport(
                client ->
                    client.addNetworkInterceptor(
                        chain -> chain.proceed(chain.request()).newBuilder().code(103).build()))) {
      CortexConnectionException e =
          assertThrows(
              CortexConnectionException.class,
              () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));

      assertEquals(
          "GET /apps/app_1/things failed: "
              + server.url()
              + " sent several interim responses (1xx) before its response, of which OkHttp 4 reads"
              + " only one; use OkHttp 5, which reads them all",
          e.getMessage());
    }
  }

  private static Interceptor asking(String encoding) {
    return chain ->
        chain.proceed(chain.request().newBuilder().header("Accept-Encoding", encoding).build());
  }

  /** As OkHttp's BrotliInterceptor does, for which this stands. */
  private static Interceptor decoding(String encoding) {
    return chain -> {
      Response response = asking(encoding).intercept(chain);
      ResponseBody body = requireNonNull(response.body());
      return response
          .newBuilder()
          .removeHeader("Content-Encoding")
          .removeHeader("Content-Length")
          .body(
              ResponseBody.create(
                  Okio.buffer(new GzipSource(body.source())), body.contentType(), -1))
          .build();
    };
  }

  /** The body is in gzip, by whatever name. */
  private static TestServer encoded(int status, String encoding, String json) throws IOException {
    return encoded(status, encoding, gzip(json));
  }

  private static TestServer encoded(int status, String encoding, byte[] body) throws IOException {
    return new TestServer(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.getResponseHeaders().add("Content-Encoding", encoding);
          TestServer.answer(exchange, status, body);
        });
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
