package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.JSON_VALUE;
import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SharedPartsTest {
  private final CountingAdapter decoded = new CountingAdapter();
  private final JsonAdapter<Parcel> shared = JsonAdapters.shared(decoded);
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
    assertEquals(2, reader("[" + grown + "," + grown + "]", drift).readDocument(page).size());

    assertEquals(
        List.of(
            "UNKNOWN_PROPERTY Parcel $[0].color a number",
            "UNKNOWN_VALUE ParcelSize $[0].parts.*.size a string",
            "UNKNOWN_PROPERTY Parcel $[1].color a number",
            "UNKNOWN_VALUE ParcelSize $[1].parts.*.size a string"),
        drift.heard);
    assertEquals(1, decoded.count);
  }

  @Test
  void driftOfAnObjectWithinAnotherIsToldAgainWithBoth() throws IOException {
    JsonAdapter<List<List<Parcel>>> pages =
        list(
            new PartJsonAdapter<>() {
              private final JsonAdapter<Map<String, Parcel>> members =
                  JsonAdapters.shared(map(shared));

              @Override
              protected List<Parcel> read(ModelReader reader) throws IOException {
                return List.copyOf(reader.read(members).values());
              }

              @Override
              public void toJson(JsonWriter writer, @Nullable List<Parcel> parcels) {
                throw new AssertionError();
              }
            });
    String grown = parcel("a", ",\"color\":1");
    String both = "{\"b\":" + grown + ",\"c\":" + grown + "}";
    HeardDrift drift = new HeardDrift();
    assertEquals(2, reader("[" + both + "," + both + "]", drift).readDocument(pages).size());

    String first = "UNKNOWN_PROPERTY Parcel $[0].*.color a number";
    String second = "UNKNOWN_PROPERTY Parcel $[1].*.color a number";
    assertEquals(List.of(first, first, second, second), drift.heard);
    assertEquals(1, decoded.count);
  }

  @Test
  void driftOfSharedValuesInAMapHasStarsForItsKeys() throws IOException {
    String grown = parcel("a", ",\"color\":1");
    HeardDrift drift = new HeardDrift();
    String inMap = "{\"a much longer key\":" + grown + ",\"\":" + grown + "}";
    assertEquals(2, reader(inMap, drift).readDocument(map(shared)).size());
    String inMaps = "[{\"b\":" + grown + "},{\"a.color\":" + grown + "}]";
    assertEquals(2, reader(inMaps, drift).readDocument(list(map(shared))).size());

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
    ModelReader reader = reader("[" + parcel("a", "") + "," + bad + "]", null);

    CortexDataException failure =
        assertThrows(CortexDataException.class, () -> reader.readDocument(page));
    assertEquals("$[1].id", failure.path());
    assertThrows(CortexDataException.class, () -> read("[" + bad + "," + bad + "]"));
    assertEquals(3, decoded.count);
  }

  @Test
  void whatMoshiHandsOverAsOneValueIsShared() throws IOException {
    String parcel = parcel("a", "");
    List<Parcel> parcels = page.fromJson("[" + parcel + "," + parcel + "]");

    assertSame(parcels.get(0), parcels.get(1));
    assertEquals(1, decoded.count);
  }

  @Test
  void whatMoshiHandsOverOneByOneIsNotShared() throws IOException {
    Moshi moshi = new Moshi.Builder().add(Parcel.class, shared).build();
    JsonAdapter<List<Parcel>> byMoshi =
        moshi.adapter(Types.newParameterizedType(List.class, Parcel.class));
    String parcel = parcel("a", "");
    List<Parcel> parcels = byMoshi.fromJson("[" + parcel + "," + parcel + "]");

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
    ModelReader reader = reader("[" + parcel("a", "") + "," + parcel("a", "") + "]", null);
    CountingAdapter others = new CountingAdapter();
    reader.beginArray();
    assertTrue(reader.hasNext());
    Parcel first = reader.read(shared);
    assertTrue(reader.hasNext());
    Parcel second = reader.read(JsonAdapters.shared(others));

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
    List<Parcel> parcels =
        reader("[null," + parcel("a", "") + "]", null)
            .readDocument(list(JsonAdapters.shared(adapter)));

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
    String json = "{\"x\":[" + parcel + "," + parcel + "],\"y\":[1]}";
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
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
        Duration.ofSeconds(30),
        () -> assertEquals(200_001, reader(json, null).readDocument(stops).size()));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertEquals(200_001, stops.fromJson(json).size()));
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

  private static ModelReader reader(String json, @Nullable DriftSink sink) {
    return ModelReader.of(json.getBytes(UTF_8), 255, sink);
  }

  private List<Parcel> read(String json) throws IOException {
    return reader(json, null).readDocument(page);
  }

  private static final class CountingAdapter extends PartJsonAdapter<Parcel> {
    private int count;

    @Override
    protected Parcel read(ModelReader reader) throws IOException {
      count++;
      return reader.read(ParcelModels.PARCEL);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Parcel parcel) throws IOException {
      ParcelModels.PARCEL.toJson(writer, parcel);
    }
  }
}
