package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.Moshi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyGuardsTest {
  private static final String FAILED = "Cannot read the response to GET /apps/app_1/things: ";

  @Test
  void readsNoMoreThanTheLimitOfWhatWasSmallOnTheWire() throws IOException {
    byte[] bomb = gzip(" ".repeat(5_000_000) + "[]");
    try (TestServer server =
        new TestServer(
            exchange -> {
              exchange.getResponseHeaders().add("Content-Encoding", "gzip");
              TestServer.answer(exchange, 200, bomb);
            })) {
      assertEquals(
          FAILED + "the body is longer than the limit of 1000000 bytes",
          fail(server, b -> b.bodyLimit(1_000_000)).getMessage());
    }
  }

  @Test
  void readsABodyThatIsAsLongAsTheLimit() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]    ")) {
      try (CortexTransport transport = transport(server, b -> b.bodyLimit(6))) {
        transport.execute(transport.api(ThingsApi.class).list("ALL"));
      }
      assertEquals(
          FAILED + "the body is longer than the limit of 5 bytes",
          fail(server, b -> b.bodyLimit(5)).getMessage());
    }
  }

  /** What stands in strings does not count, and neither does what was closed again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"x":[[]]}]                 | 4 | 3 | $[0].x[0] | 7
          [{"x":{"y":{}}}]             | 4 | 3 | $[0].x.y  | 11
          [{"x":[],"y":[],"z":[]}]     | 3 | 2 | $[0].x    | 6
          [{"x":"[[[[","y":"\\\\","z":[]}] | 3 | 2 | $[0].z    | 26
          [{"x":"\\"[[[","y":[]}]       | 3 | 2 | $[0].y    | 18
          []                           | 1 |   |           |
          """)
  void readsNoMoreLevelsThanTheLimit(
      String json,
      int levels,
      @Nullable Integer tooFew,
      @Nullable String path,
      @Nullable Integer place)
      throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", json)) {
      try (CortexTransport transport = transport(server, b -> b.nestingLimit(levels))) {
        transport.execute(transport.api(ThingsApi.class).list("ALL"));
      }
      if (tooFew != null) {
        CortexDataException e = fail(server, b -> b.nestingLimit(tooFew));

        String where = path + ", byte " + place + " of the body: ";
        assertEquals(
            FAILED
                + "the JSON is nested too deeply at "
                + where
                + "expected at most "
                + tooFew
                + " levels of nesting",
            e.getMessage());
        assertEquals(path, e.path());
      }
    }
  }

  /** Each is what stands in a JSON string, which starts at byte 8 of the body. */
  @ParameterizedTest
  @CsvSource({
    "80, 8",
    "C041, 8",
    "C1BF, 8",
    "C341, 9",
    "E09FBF, 9",
    "EDA080, 9",
    "EE8041, 10",
    "F08FBFBF, 9",
    "F4908080, 9",
    "F5808080, 8",
    "FF, 8",
    "61C3, 10"
  })
  void refusesWhatIsNoUtf8(String hex, int place) throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", json(hex))) {
      CortexDataException e = fail(server, b -> b.bodyLimit(1000));

      assertEquals(
          FAILED + "malformed JSON at $[0].id, byte " + place + " of the body: expected UTF-8",
          e.getMessage());
      assertEquals("$[0].id", e.path());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7F", "C280", "DFBF", "E0A080", "ED9FBF", "EE8080", "F0908080", "F48FBFBF"})
  void readsTheBoundsOfUtf8(String hex) throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", json(hex));
        CortexTransport transport = transport(server, b -> b.bodyLimit(1000))) {
      List<Thing> things = transport.execute(transport.api(ThingsApi.class).list("ALL")).body();

      assertEquals(new String(HexFormat.of().parseHex(hex), UTF_8), things.get(0).id);
    }
  }

  private static byte[] json(String hex) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("[{\"id\":\"".getBytes(UTF_8));
    bytes.write(HexFormat.of().parseHex(hex));
    bytes.write("\"}]".getBytes(UTF_8));
    return bytes.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static CortexDataException fail(
      TestServer server, UnaryOperator<CortexConfiguration.Builder> limit) {
    try (CortexTransport transport = transport(server, limit)) {
      return assertThrows(
          CortexDataException.class,
          () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));
    }
  }

  private static CortexTransport transport(
      TestServer server, UnaryOperator<CortexConfiguration.Builder> limit) {
    return CortexTransport.create(
        limit
            .apply(CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(server.url()))
            .build(),
        new Moshi.Builder().build());
  }
}
