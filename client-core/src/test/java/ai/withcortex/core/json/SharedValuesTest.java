package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.JSON_VALUE;
import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SharedValuesTest {
  private final CountingAdapter decoded = new CountingAdapter();
  private final JsonAdapter<Parcel> shared = SharedValues.adapter(decoded);
  private final JsonAdapter<List<Parcel>> page = list(shared);

  @Test
  void equalBytesAreOneInstanceAndDecodedOnce() throws IOException {
    String parcel = parcel("a", ",\"labels\":[\"{\",\"}\"]");
    List<Parcel> parcels = read("[" + parcel + "," + parcel + " , " + parcel + "]");

    assertSame(parcels.get(0), parcels.get(1));
    assertSame(parcels.get(0), parcels.get(2));
    assertEquals("a", parcels.get(0).id());
    assertEquals(List.of("{", "}"), parcels.get(0).labels());
    assertEquals(1, decoded.count);
  }

  @Test
  void valuesWrittenDifferentlyAreNotShared() throws IOException {
    List<Parcel> parcels =
        read("[" + parcel("a", "") + ", " + parcel("a", " ") + ", " + parcel("a", "") + "]");

    assertNotSame(parcels.get(0), parcels.get(1));
    assertSame(parcels.get(0), parcels.get(2));
    assertEquals(2, decoded.count);
  }

  @Test
  void severalReadersShareWhatIsWrittenAlike() throws IOException {
    SharedValues values = SharedValues.ofSeveralReaders();
    List<Parcel> parcels = new ArrayList<>();
    for (String more : List.of("", " ", ",\"x\":1,\"y\":2", ",\"y\":2,\"x\":1")) {
      JsonReader reader = JsonReader.of(new Buffer().writeUtf8(parcel("a", more)));
      values.attach(reader);
      parcels.add(shared.fromJson(reader));
    }

    assertSame(parcels.get(0), parcels.get(1));
    assertEquals(
        "{\"x\":1,\"y\":2}", JsonValue.ofObject(parcels.get(2).additionalProperties()).json());
    assertEquals(
        "{\"y\":2,\"x\":1}", JsonValue.ofObject(parcels.get(3).additionalProperties()).json());
  }

  @Test
  void valuesThatBeginOrEndAlikeAreDifferent() throws IOException {
    List<Parcel> parcels =
        read(
            "["
                + parcel("a", "")
                + ","
                + parcel("a", ",\"carrier\":\"c\"")
                + ","
                + parcel("ab", "")
                + ","
                + parcel("a", "")
                + "]");

    assertEquals(List.of("a", "a", "ab", "a"), parcels.stream().map(Parcel::id).toList());
    assertNull(parcels.get(0).carrier());
    assertEquals("c", parcels.get(1).carrier());
    assertSame(parcels.get(0), parcels.get(3));
    assertEquals(3, decoded.count);
  }

  @Test
  void manyDifferentValuesAreRememberedAndTheOneMetLongestAgoIsForgotten() throws IOException {
    String many = letters(256);
    List<Parcel> parcels =
        read("[" + parcels(many + many + many.charAt(0) + "i" + many.substring(0, 2)) + "]");

    for (int i = 0; i < 256; i++) {
      assertSame(parcels.get(i), parcels.get(i + 256));
    }
    assertSame(parcels.get(0), parcels.get(514), "the first was met just before i");
    assertNotSame(parcels.get(1), parcels.get(515), "the second was not");
    assertEquals(parcels.get(1), parcels.get(515));
    assertEquals(258, decoded.count);
  }

  @Test
  void moreThanThatWhichAlternateAreAllRead() throws IOException {
    String all = parcels(letters(257));
    List<Parcel> parcels = read("[" + all + "," + all + "]");

    assertEquals(514, parcels.size());
    assertEquals(parcels.subList(0, 257), parcels.subList(257, 514));
    assertEquals(514, decoded.count);
  }

  @Test
  void driftCountsForEachOccurrenceWhereItIs() throws IOException {
    String grown =
        parcel("a", ",\"color\":1,\"parts\":{\"x.y\":" + parcel("b", ",\"size\":\"?\"") + "}");
    HeardDrift drift = new HeardDrift();
    JsonReader reader = drift.attach(reader("[" + grown + "," + grown + "]"));
    assertEquals(2, page.fromJson(reader).size());

    assertEquals(
        List.of(
            "UNKNOWN_PROPERTY Parcel $[0].color a number",
            "UNKNOWN_VALUE ParcelSize $[0].parts.*.size a string",
            "UNKNOWN_PROPERTY Parcel $[1].color a number",
            "UNKNOWN_VALUE ParcelSize $[1].parts.*.size a string"),
        drift.heard);
    assertEquals(1, decoded.count);
    assertSame(drift, reader.tag(DriftSink.class));
  }

  @Test
  void driftOfSharedValuesInAMapHasStarsForItsKeys() throws IOException {
    String grown = parcel("a", ",\"color\":1");
    HeardDrift drift = new HeardDrift();
    String inMap = "{\"a much longer key\":" + grown + ",\"\":" + grown + "}";
    assertEquals(2, map(shared).fromJson(drift.attach(reader(inMap))).size());
    String inMaps = "[{\"b\":" + grown + "},{\"a.color\":" + grown + "}]";
    assertEquals(2, list(map(shared)).fromJson(drift.attach(reader(inMaps))).size());

    assertEquals(
        List.of(
            "UNKNOWN_PROPERTY Parcel $.*.color a number",
            "UNKNOWN_PROPERTY Parcel $.*.color a number",
            "UNKNOWN_PROPERTY Parcel $[0].*.color a number",
            "UNKNOWN_PROPERTY Parcel $[1].*.color a number"),
        drift.heard);
    assertEquals(2, decoded.count);
  }

  @Test
  void aValueThatCannotBeDecodedIsNotRemembered() throws IOException {
    String bad = "{\"id\":5}";
    JsonReader reader = reader("[" + parcel("a", "") + "," + bad + "]");
    HeardDrift drift = new HeardDrift();
    drift.attach(reader);

    CortexDataException failure =
        assertThrows(CortexDataException.class, () -> page.fromJson(reader));
    assertEquals("$[1].id", failure.path());
    assertSame(drift, reader.tag(DriftSink.class));
    assertThrows(CortexDataException.class, () -> read("[" + bad + "," + bad + "]"));
    assertEquals(3, decoded.count);
  }

  @Test
  void otherReadersShareNothing() throws IOException {
    String parcel = parcel("a", "");
    List<Parcel> parcels = page.fromJson("[" + parcel + "," + parcel + "]");

    assertNotSame(parcels.get(0), parcels.get(1));
    assertEquals(parcels.get(0), parcels.get(1));
    assertEquals(2, decoded.count);
  }

  @Test
  void documentsShareNothingWithEachOther() throws IOException {
    String json = "[" + parcel("a", "") + "]";
    assertNotSame(read(json).get(0), read(json).get(0));
  }

  @Test
  void adaptersShareNothingWithEachOther() throws IOException {
    JsonReader reader = reader("[" + parcel("a", "") + "," + parcel("a", "") + "]");
    CountingAdapter others = new CountingAdapter();
    reader.beginArray();
    Parcel first = shared.fromJson(reader);
    Parcel second = SharedValues.adapter(others).fromJson(reader);

    assertNotSame(first, second);
    assertEquals(1, decoded.count);
    assertEquals(1, others.count);
  }

  @Test
  void whatIsNoObjectIsLeftToTheAdapter() {
    assertEquals(
        "Expected an object but found null at path $[1]",
        assertThrows(CortexDataException.class, () -> read("[" + parcel("a", "") + ", null]"))
            .getMessage());
    assertThrows(CortexDataException.class, () -> read("[[]]"));
  }

  @Test
  void anAdapterMayReadNullAsItLikes() throws IOException {
    Parcel none = ParcelModels.PARCEL.fromJson(parcel("none", ""));
    JsonAdapter<Parcel> adapter =
        new JsonAdapter<>() {
          @Override
          public @Nullable Parcel fromJson(JsonReader reader) throws IOException {
            if (reader.peek() == JsonReader.Token.NULL) {
              reader.skipValue();
              return none;
            }
            return ParcelModels.PARCEL.fromJson(reader);
          }

          @Override
          public void toJson(JsonWriter writer, @Nullable Parcel parcel) {
            throw new AssertionError();
          }
        };
    JsonReader reader = reader("[null," + parcel("a", "") + "]");
    List<Parcel> parcels = list(SharedValues.adapter(adapter)).fromJson(reader);

    assertSame(none, parcels.get(0));
    assertEquals("a", parcels.get(1).id());
  }

  @Test
  void findsValuesWhereverTheyAreInALargeDocument() throws IOException {
    String large = parcel("a", ",\"carrier\":\"" + "é".repeat(50_000) + "\"");
    String json =
        " \n[ "
            + large
            + ",\n\t"
            + large
            + ",{\"id\":\"b\""
            + large.substring(9)
            + ","
            + large
            + " ] ";
    List<Parcel> parcels = read(json);

    assertSame(parcels.get(0), parcels.get(1));
    assertSame(parcels.get(0), parcels.get(3));
    assertEquals("b", parcels.get(2).id());
    assertEquals("é".repeat(50_000), parcels.get(2).carrier());
    assertEquals(2, decoded.count);
  }

  @Test
  void whatFollowsASharedValueIsReadToo() throws IOException {
    String parcel = parcel("a", "");
    JsonReader reader = reader("{\"x\":[" + parcel + "," + parcel + "],\"y\":[1]}");
    reader.beginObject();
    assertEquals("x", reader.nextName());
    assertEquals(2, page.fromJson(reader).size());
    assertEquals("y", reader.nextName());
    assertEquals("$.y", reader.getPath());
    assertEquals("[1]", JSON_VALUE.fromJson(reader).json());
    reader.endObject();
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
  }

  @Test
  void lookingAheadCostsTheSameWhereverItHappens() {
    String stop = "{\"type\":\"ship\",\"id\":\"\"}";
    String json = "[" + (stop + ",").repeat(200_000) + stop + "]";
    JsonAdapter<List<Stop>> stops = list(ParcelModels.moshi().adapter(Stop.class));

    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertEquals(200_001, stops.fromJson(reader(json)).size()));
  }

  @Test
  void writesAsTheAdapterDoes() throws IOException {
    String json = parcel("a", "");
    assertEquals(json, shared.toJson(shared.fromJson(json)));
  }

  private static String parcel(String id, String more) {
    return "{\"id\":\"" + id + "\",\"note\":null,\"weight\":1,\"content\":0" + more + "}";
  }

  private static String letters(int count) {
    return IntStream.range(0x4e00, 0x4e00 + count)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String parcels(String ids) {
    return ids.chars()
        .mapToObj(id -> parcel(Character.toString(id), ""))
        .collect(Collectors.joining(","));
  }

  private static JsonReader reader(String json) {
    return SharedValues.reader(new Buffer().writeUtf8(json));
  }

  private List<Parcel> read(String json) throws IOException {
    JsonReader reader = reader(json);
    List<Parcel> parcels = page.fromJson(reader);
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
    return parcels;
  }

  private static final class CountingAdapter extends JsonAdapter<Parcel> {
    private int count;

    @Override
    public @Nullable Parcel fromJson(JsonReader reader) throws IOException {
      count++;
      return ParcelModels.PARCEL.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Parcel parcel) throws IOException {
      ParcelModels.PARCEL.toJson(writer, parcel);
    }
  }
}
