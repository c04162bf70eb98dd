package ai.withcortex.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;

final class LookaheadTest {
  private final JsonReader reader =
      JsonReader.of(new Buffer().writeUtf8("[{\"a\": {\"b\": 1}}, {\"a\": 2}, 3]"));

  @Test
  void anObjectHasAReaderOfItsOwnAndTheOtherGoesOnBehindIt() throws IOException {
    reader.beginArray();

    String first = Lookahead.read(reader, own -> twice(own));
    String second = Lookahead.read(reader, own -> twice(own));
    String third = Lookahead.read(reader, same -> same == reader ? same.nextString() : "another");
    reader.endArray();

    assertEquals("{\"a\": {\"b\": 1}} {\"a\": {\"b\": 1}}", first);
    assertEquals("{\"a\": 2} {\"a\": 2}", second);
    assertEquals("3", third);
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
  }

  @Test
  void aReaderForWhichItIsCheapIsUsedItself() throws IOException {
    reader.beginArray();
    assertNotSame(reader, Lookahead.read(reader, own -> skipped(own)));
    Lookahead.isCheapFor(reader);
    assertSame(reader, Lookahead.read(reader, own -> skipped(own)));
  }

  @Test
  void failuresAndDriftAreWhereTheyStandInTheDocument() throws IOException {
    List<String> drift = new ArrayList<>();
    DriftSink sink = (kind, schema, path, found) -> drift.add(kind + " at " + path);
    reader.setTag(DriftSink.class, sink);
    reader.beginArray();

    CortexDataException e =
        assertThrows(CortexDataException.class, () -> Lookahead.read(reader, own -> failing(own)));

    assertEquals("Expected a string but found a number at path $[0].a.b", e.getMessage());
    assertEquals("$[0].a.b", e.path());
    assertEquals(List.of("UNKNOWN_PROPERTY at $[0].a"), drift);
  }

  private static String twice(JsonReader own) throws IOException {
    String ahead = JsonAdapters.JSON_VALUE.fromJson(own.peekJson()).json();
    return ahead + " " + JsonAdapters.JSON_VALUE.fromJson(own).json();
  }

  private static JsonReader skipped(JsonReader own) throws IOException {
    own.skipValue();
    return own;
  }

  private static String failing(JsonReader own) throws IOException {
    own.beginObject();
    String name = own.nextName();
    DriftSink.report(own, DriftKind.UNKNOWN_PROPERTY, "Thing");
    return name + JsonAdapters.map(JsonAdapters.STRING).fromJson(own);
  }
}
