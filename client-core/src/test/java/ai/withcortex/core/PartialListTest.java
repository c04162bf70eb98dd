package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.SharedValues;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartialListTest {
  private static final String FAILED = "Cannot read the answer to GET /apps/app_1/things: ";

  @Test
  void readsWhatCanBeReadAndKeepsTheRestAsItCame() throws IOException {
    String json =
        """
        [{"id":"a","number":1}, {"id":"b","number":"se\\u0063ret"}, null, 7,
         {"id":"c","number":3}, {"id": {"x": [1, 2e1]}}]
        """;

    PartialList<Thing> things = read(json);

    assertEquals("[a 1, c 3]", things.toString());
    assertEquals(json.length(), things.bytes());
    assertEquals(List.of(1, 2, 3, 5), things.unread().stream().map(UnreadElement::index).toList());
    assertEquals(
        List.of(
            "{\"id\":\"b\",\"number\":\"se\\u0063ret\"}",
            "null",
            "7",
            "{\"id\": {\"x\": [1, 2e1]}}"),
        things.unread().stream().map(element -> element.json().json()).toList());
    CortexDataException failure = things.unread().get(0).failure();
    assertEquals(
        FAILED + "expected an int, found something else at $[1].number", failure.getMessage());
    assertEquals("$[1].number", failure.path());
    assertEquals(1, failure.attempts());
    assertFalse(things.unread().toString().contains("cret"));
  }

  @Test
  void readsManyElementsBesideABadOneInLinearTime() {
    String json = "[{\"id\":5}" + ",{\"id\":\"a\"}".repeat(500_000) + ",7]";

    PartialList<Thing> things = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(json));

    assertEquals(500_001, things.size());
    assertEquals(500_001, things.unread().get(0).index());
  }

  /** Moshi's reader takes all of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":\"a\u0001\"}]",
        "[{\"id\":\"a\n\"}]",
        "[{\"id\":\"\\'\"}]",
        "[{\"id\":\"a\\\nb\"}]",
        "[{\"id\":\"a\",\"other\":NULL}]",
        "[{\"id\":\"a\",\"other\":False}]",
        "[{\"id\":5},{\"id\":\"a\n\"}]"
      })
  void refusesWhatIsNoJson(String text) {
    CortexDataException failure = assertThrows(CortexDataException.class, () -> read(text));
    assertEquals(FAILED + "malformed JSON at $", failure.getMessage());
  }

  @Test
  void readsAWholeListOnce() throws IOException {
    PartialList<Thing> things = read("[{\"id\":\"a\",\"number\":1}]");

    assertEquals("[a 1]", things.toString());
    assertTrue(things.unread().isEmpty());
    assertThrows(UnsupportedOperationException.class, () -> things.add(new Thing()));
  }

  @Test
  void equalElementsAreOneInstanceBehindAByteOrderMarkToo() throws IOException {
    String thing = "{\"id\":\"a\",\"number\":1}";
    Moshi sharing =
        new Moshi.Builder().add(Thing.class, SharedValues.adapter(new ThingJsonAdapter())).build();

    PartialList<Thing> things =
        read("\ufeff \n[" + thing + " , " + thing + ",{\"id\":\"b\"}]\t", sharing);

    assertEquals("[a 1, a 1, b 0]", things.toString());
    assertSame(things.get(0), things.get(1));
  }

  @Test
  void tellsOfDriftOnce() throws IOException {
    assertEquals(
        List.of("$[*].x 2"),
        driftIn("[{\"id\":\"a\",\"x\":1}, {\"id\":5}, {\"id\":\"b\",\"x\":2}]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":\"a\n\",\"x\":1}]",
        "[{\"id\":5}, {\"id\":\"a\n\",\"x\":1}]",
        "[{\"id\":\"a\",\"x\":1}"
      })
  void tellsOfNoDriftInWhatIsNoJson(String text) throws IOException {
    assertEquals(List.of(), driftIn(text));
  }

  /** What a listener hears of while a list is read, or refused. */
  private static List<String> driftIn(String text) throws IOException {
    List<String> heard = new ArrayList<>();
    CortexListener listener =
        new CortexListener() {
          @Override
          public void driftFound(DriftEvent event) {
            assertEquals(DriftKind.UNKNOWN_PROPERTY, event.drift().kind());
            heard.add(event.drift().path() + " " + event.drift().count());
          }
        };
    try (TestServer server = TestServer.answering(200, "application/json", text);
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .apiKey("key")
                    .baseUrl(server.url())
                    .addListener(listener)
                    .build(),
                moshi())) {
      read(transport);
    } catch (CortexDataException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith(FAILED), e.toString());
    }
    return heard;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[{\"id\":5}",
        "[{\"id\":5}] []",
        "[{\"id\":5},]",
        "[{\"id\":5}, {\"id\":\"a\" \"b\"}]",
        "[{\"id\":5}, {\"id\":\"\\x\"}]"
      })
  void failsWhereItIsNotTheElements(String json) {
    CortexDataException e = assertThrows(CortexDataException.class, () -> read(json));

    assertTrue(String.valueOf(e.getMessage()).startsWith(FAILED), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null"})
  void failsOnNothing(String json) {
    assertThrows(CortexDataException.class, () -> read(json));
  }

  @Test
  void readsWithoutBlocking() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[{\"number\":\"x\"}]");
        CortexTransport transport = server.transport()) {
      PartialList<Thing> things =
          PartialList.of(
              transport
                  .executeAsync(transport.partialApi(ThingsApi.class).list("ALL"))
                  .join()
                  .body());

      assertEquals(
          FAILED + "expected an int, found something else at $[0].number",
          things.unread().get(0).failure().getMessage());
    }
  }

  @Test
  void isNotMadeOfAnyList() {
    assertEquals(
        "Expected the answer to a call of partialApi",
        assertThrows(IllegalArgumentException.class, () -> PartialList.of(List.of())).getMessage());
    assertNull(new CortexDataException("", null, null).position());
  }

  private static PartialList<Thing> read(String json) throws IOException {
    return read(json, moshi());
  }

  private static PartialList<Thing> read(String json, Moshi moshi) throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", json);
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder().apiKey("key").baseUrl(server.url()).build(), moshi)) {
      return read(transport);
    }
  }

  private static PartialList<Thing> read(CortexTransport transport) {
    return PartialList.of(
        transport.execute(transport.partialApi(ThingsApi.class).list("ALL")).body());
  }

  private static Moshi moshi() {
    return new Moshi.Builder().add(Thing.class, new ThingJsonAdapter()).build();
  }
}
