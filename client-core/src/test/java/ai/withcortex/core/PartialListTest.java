package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.body.UnreadableBodyException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.JsonAdapters;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.GET;

final class PartialListTest {
  private static final String FAILED = "Cannot read the response to GET /apps/app_1/things: ";

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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"id\":\"a\u0001\"}] | $[0].id | 9 | an escaped control character",
        "`[{\"id\":\"a\n\"}]` | $[0].id | 9 | an escaped control character",
        "[{\"id\":\"\\'\"}] | $[0].id | 9 | an escape character",
        "`[{\"id\":\"a\\\nb\"}]` | $[0].id | 10 | an escape character",
        "[{\"id\":\"a\",\"other\":NULL}] | $[0].other | 19 | a value",
        "[{\"id\":\"a\",\"other\":False}] | $[0].other | 19 | a value",
        "`[{\"id\":5},{\"id\":\"a\n\"}]` | $[1].id | 18 | an escaped control character"
      })
  void refusesWhatIsNoJson(String text, String path, int offset, String expected) {
    CortexDataException failure = assertThrows(CortexDataException.class, () -> read(text));
    String where = path + ", byte " + offset + " of the body: expected " + expected;
    assertEquals(FAILED + "malformed JSON at " + where, failure.getMessage());
    assertEquals(path, failure.path());
  }

  /** Each element is given to its adapter once, whatever is wrong with it or with others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":\"a\"},{\"id\":5},{\"id\":\"b\"}]",
        "[{\"id\":\"a\"},{\"id\":5},{\"id\":\"b\"}",
        "[{\"id\":\"a\"},{\"id\":5},{\"id\":\"b\"},tru]",
        "[{\"id\":\"a\"},{\"id\":5},{\"id\":\"b\"}] []"
      })
  void readsABrokenListOnce(String text) throws IOException {
    for (CallLimits limits : List.of(CallLimits.NONE, CallLimits.NONE.acceptingUnread())) {
      List<String> read = new ArrayList<>();
      JsonAdapter<Thing> counting =
          new JsonAdapter<>() {
            @Override
            public Thing fromJson(JsonReader reader) throws IOException {
              read.add(reader.peekJson().readJsonValue().toString());
              return new ThingJsonAdapter().fromJson(reader);
            }

            @Override
            public void toJson(JsonWriter writer, @Nullable Thing thing) {
              throw new AssertionError();
            }
          };
      Moshi moshi = new Moshi.Builder().add(Thing.class, counting).build();
      try (TestServer server = TestServer.answering(200, "application/json", text);
          CortexTransport transport = transport(server, moshi)) {
        transport.execute(transport.api(ThingsApi.class).list("ALL"), limits);
      } catch (CortexDataException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(FAILED), e.getMessage());
      }
      assertEquals(List.of("{id=a}", "{id=5.0}", "{id=b}"), read);
    }
  }

  @Test
  void failsACallThatAcceptsNoUnreadElements() throws IOException {
    String expected = "expected an int, found something else at $[1].number";
    String json = "[{\"id\":\"a\",\"x\":1},{\"number\":\"x\"},{\"number\":\"y\"}]";
    try (TestServer server = TestServer.answering(200, "application/json", json);
        CortexTransport transport = server.transport()) {
      ThingsApi api = transport.api(ThingsApi.class);
      CortexDataException failure =
          assertThrows(CortexDataException.class, () -> transport.execute(api.list("ALL")));
      assertEquals(FAILED + expected, failure.getMessage());
      assertEquals(1, failure.attempts());
      CompletionException async =
          assertThrows(
              CompletionException.class, () -> transport.executeAsync(api.list("ALL")).join());
      assertEquals(
          "ai.withcortex.core.error.CortexDataException: " + FAILED + expected, async.getMessage());

      Call<List<Thing>> own = api.list("ALL");
      assertEquals(expected, assertThrows(IOException.class, own::execute).getMessage());
      assertEquals(expected, enqueued(api.list("ALL")).getMessage());
      assertEquals(List.of(), transport.drift().drifts());
    }
  }

  private static Throwable enqueued(Call<List<Thing>> call) {
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<List<Thing>> same, Response<List<Thing>> response) {
            failed.completeExceptionally(new AssertionError(response));
          }

          @Override
          public void onFailure(Call<List<Thing>> same, Throwable failure) {
            assertSame(call, same);
            failed.complete(failure);
          }
        });
    return failed.join();
  }

  @Test
  void failsWhatOtherAdaptersMakeOfACall() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[{\"id\":5}]");
        CortexTransport transport = server.transport()) {
      CompletionException failure =
          assertThrows(
              CompletionException.class, () -> transport.api(FutureThingsApi.class).list().join());
      assertInstanceOf(UnreadableBodyException.class, failure.getCause());
    }
  }

  private interface FutureThingsApi {
    @GET("apps/app_1/things")
    CompletableFuture<List<Thing>> list();
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
        new Moshi.Builder().add(Thing.class, JsonAdapters.shared(new ThingJsonAdapter())).build();

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
                  .executeAsync(
                      transport.api(ThingsApi.class).list("ALL"), CallLimits.NONE.acceptingUnread())
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
        "Expected a list returned by a call that accepts unreadable elements",
        assertThrows(IllegalArgumentException.class, () -> PartialList.of(List.of())).getMessage());
    assertNull(new CortexDataException("", null, null).position());
  }

  private static PartialList<Thing> read(String json) throws IOException {
    return read(json, moshi());
  }

  private static PartialList<Thing> read(String json, Moshi moshi) throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", json);
        CortexTransport transport = transport(server, moshi)) {
      return read(transport);
    }
  }

  private static CortexTransport transport(TestServer server, Moshi moshi) {
    return CortexTransport.create(
        CortexConfiguration.builder().apiKey("key").baseUrl(server.url()).build(), moshi);
  }

  private static PartialList<Thing> read(CortexTransport transport) {
    return PartialList.of(
        transport
            .execute(transport.api(ThingsApi.class).list("ALL"), CallLimits.NONE.acceptingUnread())
            .body());
  }

  private static Moshi moshi() {
    return new Moshi.Builder().add(Thing.class, new ThingJsonAdapter()).build();
  }
}
