package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.DriftEvent;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a transport does about answers that differ from the spec. */
final class ReportedDriftTest {
  private static final String GROWN =
      "[{\"id\":\"a\"},{\"id\":\"b\",\"x\":null},{\"id\":\"c\",\"x\":null,\"y\":[]},{\"id\":\"d\"}]";
  private static final String DRIFT =
      """
      UNKNOWN_PROPERTY of Thing at $[*].x: null (2 times)
      UNKNOWN_PROPERTY of Thing at $[*].y: an array (1 time)
      """;

  private final List<String> heard = new ArrayList<>();

  @Test
  void isToldOnceForEachAnswerAndAddedUp() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", GROWN);
        CortexTransport transport = transport(server, CortexConfiguration.builder())) {
      assertEquals("", transport.drift().toString());
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertEquals(
          List.of(
              "UNKNOWN_PROPERTY of Thing at $[*].x: null (2 times) in /apps/app_1/things",
              "UNKNOWN_PROPERTY of Thing at $[*].y: an array (1 time) in /apps/app_1/things"),
          heard);
      assertEquals(DRIFT, transport.drift().toString());
      assertEquals(4, partial(transport).size());
      assertEquals(4, heard.size());
      assertEquals(heard.subList(0, 2), heard.subList(2, 4));
      assertEquals(
          DRIFT.replace("(2 times)", "(4 times)").replace("(1 time)", "(2 times)"),
          transport.drift().toString());
    }
  }

  @Test
  void isToldOfAListWithUnreadElementsOnceACallAcceptsIt() throws IOException {
    String json = GROWN.replace("\"d\"", "5,\"number\":\"five\"");
    try (TestServer server = TestServer.answering(200, "application/json", json);
        CortexTransport transport = transport(server, CortexConfiguration.builder())) {
      assertThrows(
          CortexDataException.class,
          () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));
      assertEquals("", transport.drift().toString());
      PartialList<Thing> things = partial(transport);

      assertEquals(List.of(3), things.unread().stream().map(UnreadElement::index).toList());
      assertEquals(DRIFT, transport.drift().toString());
      assertEquals(2, heard.size());
    }
  }

  @Test
  void isNotToldOfAnAnswerThatCannotBeRead() throws IOException {
    String json = GROWN.substring(0, GROWN.length() - 1);
    try (TestServer server = TestServer.answering(200, "application/json", json);
        CortexTransport transport = transport(server, CortexConfiguration.builder())) {
      assertThrows(
          CortexDataException.class,
          () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));
      assertThrows(CortexDataException.class, () -> partial(transport));

      assertEquals("", transport.drift().toString());
      assertEquals(List.of(), heard);
    }
  }

  @Test
  void failsTheCallIfThatIsWanted() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", GROWN);
        CortexTransport transport =
            transport(server, CortexConfiguration.builder().failOnDrift())) {
      CortexDataException failure =
          assertThrows(
              CortexDataException.class,
              () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));

      assertEquals(
          "Cannot read the response to GET /apps/app_1/things: Expected no drift from the spec but"
              + " found unknown property of Thing (null) at path $[1].x",
          failure.getMessage());
      assertEquals("$[1].x", failure.path());
      assertEquals(List.of(), heard);
      assertEquals("", transport.drift().toString());
      assertEquals(1, server.requests.size(), "no retry");
    }
  }

  @Test
  void failsOnlyTheElementsOfAPartialListThatDiffer() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", GROWN);
        CortexTransport transport =
            transport(server, CortexConfiguration.builder().failOnDrift())) {
      PartialList<Thing> things = partial(transport);

      assertEquals("[a 0, d 0]", things.toString());
      assertEquals(List.of(1, 2), things.unread().stream().map(UnreadElement::index).toList());
      assertEquals(
          List.of("{\"id\":\"b\",\"x\":null}", "{\"id\":\"c\",\"x\":null,\"y\":[]}"),
          things.unread().stream().map(element -> element.json().json()).toList());
      CortexDataException failure = things.unread().get(1).failure();
      assertEquals(
          "Cannot read the response to GET /apps/app_1/things: Expected no drift from the spec but"
              + " found unknown property of Thing (null) at path $[2].x",
          failure.getMessage());
      assertEquals("$[2].x", failure.path());
      assertEquals("", transport.drift().toString());
    }
  }

  @Test
  void failsNothingThatIsAsTheSpecHasIt() throws IOException {
    try (TestServer server =
            TestServer.answering(200, "application/json", "\ufeff [{\"id\":\"a\"}] ");
        CortexTransport transport =
            transport(server, CortexConfiguration.builder().failOnDrift())) {
      assertEquals("[a 0]", partial(transport).toString());
    }
  }

  @Test
  void failingIsAnOptionThatCopiesKeep() {
    CortexConfiguration plain = CortexConfiguration.builder().apiKey("key").build();
    assertFalse(plain.failOnDrift());
    CortexConfiguration failing = plain.toBuilder().failOnDrift().build();
    assertTrue(failing.failOnDrift());
    assertTrue(failing.toBuilder().build().failOnDrift());
  }

  private static PartialList<Thing> partial(CortexTransport transport) {
    return PartialList.of(
        transport
            .execute(transport.api(ThingsApi.class).list("ALL"), CallLimits.NONE.acceptingUnread())
            .body());
  }

  private CortexTransport transport(TestServer server, CortexConfiguration.Builder options) {
    CortexListener listener =
        new CortexListener() {
          @Override
          public void driftFound(DriftEvent event) {
            heard.add(event.toString());
          }
        };
    return CortexTransport.create(
        options.apiKey("key").baseUrl(server.url()).addListener(listener).build(),
        new Moshi.Builder().add(Thing.class, new ThingJsonAdapter()).build());
  }
}
