package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.JSON_VALUE;
import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.MalformedJsonException;
import ai.withcortex.core.text.MalformedJsonException.Reason;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelReaderTest {
  private static final int LEVELS = 255;

  private static final JsonAdapter<List<Parcel>> MOSHIS_LIST =
      ParcelModels.moshi().adapter(Types.newParameterizedType(List.class, Parcel.class));

  private final JsonAdapter<List<Parcel>> parcels =
      list(JsonAdapters.shared(ParcelModels.moshi().adapter(Parcel.class)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        " [ ] ",
        "{}",
        "[1,-0,0.5,1e3,1E+2,-1.25e-7,123456789012345678901234567890]",
        "[true,false,null,[],{},[[]],[{}],{\"a\":[]}]",
        "\"\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\\ud800\"",
        "\"é ä ߿ ࠀ � 𐀀 \uD83D\uDE00\u007f\"",
        "{ \"a\" : { \"b\" : [ 1 , { \"c\" : \"]}\" } ] } , \"\" : 0 }",
        "\t{\r\n}\n",
        "7",
        "null",
      })
  void cutsValuesOutAsTheyStand(String json) throws IOException {
    assertEquals(json.trim(), read(json, JSON_VALUE).json());
    assertEquals(JSON_VALUE.fromJson(json), read(json, JSON_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\" 1}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "[1]]",
        "[1] 2",
        "'a'",
        "tru",
        "truely",
        "nul",
        "None",
        "NaN",
        "-",
        "+1",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x1",
        "\"",
        "\"a",
        "\"\\",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "\"\u0000\"",
        "[\u0000]",
        "// a\n1",
        "[1]//",
        "\uFEFF[]",
      })
  void refusesWhatIsNotJson(String json) {
    assertThrows(MalformedJsonException.class, () -> read(json, JSON_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "BF",
        "C0AF",
        "C1BF",
        "C2",
        "C220",
        "E08080",
        "E09FBF",
        "E28220",
        "EDA080",
        "EDBFBF",
        "F0808080",
        "F08FBFBF",
        "F4908080",
        "F5808080",
        "FF",
        "F09F98",
      })
  void refusesStringsThatAreNotUtf8(String hex) throws IOException {
    StringBuilder bytes = new StringBuilder("\"");
    for (int i = 0; i < hex.length(); i += 2) {
      bytes.append((char) Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    byte[] document = bytes.append('"').toString().getBytes(ISO_8859_1);

    assertThrows(
        MalformedJsonException.class,
        () -> ModelReader.of(document, LEVELS, null).readDocument(JSON_VALUE));
  }

  /** Strings are gone through by eight bytes at a time. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\\\"", "\\\\", "\u00e9", "\u20ac", "\ud83d\ude00", " ", "\u007f"})
  void findsWhatIsSpecialAtEachPlaceOfAString(String special) throws IOException {
    for (int before = 0; before < 20; before++) {
      for (int after = 0; after < 20; after++) {
        String json = "\"" + "!".repeat(before) + special + "~".repeat(after) + "\"";
        assertEquals(json, read(json, JSON_VALUE).json());
        assertEquals(JsonAdapters.STRING.fromJson(json), read(json, JsonAdapters.STRING));
        String open = json.substring(0, json.length() - 1);
        assertThrows(MalformedJsonException.class, () -> read(open, JSON_VALUE));
        String control = open + "\u001f" + "~".repeat(before) + "\"";
        assertThrows(MalformedJsonException.class, () -> read(control, JSON_VALUE));
      }
    }
  }

  @Test
  void refusesWhatNestsTooDeep() throws IOException {
    String deep = "[".repeat(LEVELS) + "]".repeat(LEVELS);

    assertEquals(deep, read(deep, JSON_VALUE).json());
    assertThrows(MalformedJsonException.class, () -> read("[" + deep + "]", JSON_VALUE));
    byte[] two = "[[]]".getBytes(UTF_8);
    assertEquals("[[]]", ModelReader.of(two, 2, null).readDocument(JSON_VALUE).json());
    assertThrows(
        MalformedJsonException.class, () -> ModelReader.of(two, 1, null).readDocument(JSON_VALUE));
  }

  static Stream<Arguments> models() throws IOException {
    return DataFile.rows("models.txt", 3);
  }

  @ParameterizedTest
  @MethodSource("models")
  void readsModelsFromADocumentAndFromValuesThatMoshiHandsOver(
      String more, String written, String drift) throws IOException {
    String start = "{\"id\":\"a\",\"note\":null,\"weight\":1,\"content\":{\"deep\":[1, 2]}";
    String parcel = start + (more.equals("-") ? "" : "," + more) + "}";
    String json = "[ " + parcel + ",\n" + parcel + " ]";
    for (boolean isByMoshi : new boolean[] {false, true}) {
      HeardDrift heard = new HeardDrift();
      List<Parcel> read =
          isByMoshi
              ? MOSHIS_LIST.fromJson(heard.attach(JsonReader.of(new Buffer().writeUtf8(json))))
              : ModelReader.of(json.getBytes(UTF_8), LEVELS, heard).readDocument(parcels);

      String expected = start + (written.equals("-") ? "" : "," + written) + "}";
      assertEquals("[" + expected + "," + expected + "]", parcels.toJson(read));
      assertEquals(
          Stream.of("$[0]", "$[1]")
              .flatMap(place -> Stream.of(drift.split("; ")).map(each -> each.replace("$", place)))
              .filter(each -> !each.equals("-"))
              .toList(),
          heard.heard);
      if (!isByMoshi) {
        assertSame(read.get(0), read.get(1));
      }
    }
  }

  @Test
  void namesThePlaceOfAnError() {
    String json =
        "[{\"id\":\"a\",\"note\":null,\"weight\":1,\"content\":0,\"parts\":{\"k\":{\"id\":7}}}]";

    assertEquals(
        "Expected a string for 'id' of Parcel but found a number at path $[0].parts.k.id",
        assertThrows(CortexDataException.class, () -> read(json, parcels)).getMessage());
  }

  @Test
  void hidesTheKeysOfMapsFromSinks() throws IOException {
    JsonAdapter<Map<String, List<ParcelSize>>> sizes =
        map(list(ParcelModels.moshi().adapter(ParcelSize.class)));
    String json = "{\"secret\":[\"HUGE\"],\"" + "k".repeat(600) + "\":[\"TINY\"],\"secret\":[]}";
    HeardDrift fromBytes = new HeardDrift();
    Object unused = ModelReader.of(json.getBytes(UTF_8), LEVELS, fromBytes).readDocument(sizes);

    assertEquals(
        List.of(
            "UNKNOWN_VALUE ParcelSize $.*[0] a string",
            "UNKNOWN_VALUE ParcelSize $.*[0] a string",
            "REPEATED_NAME map $.* an array"),
        fromBytes.heard);
    assertEquals(HeardDrift.of(sizes, json), fromBytes.heard);
  }

  @Test
  void givesOtherAdaptersAReaderOfTheirValue() throws IOException {
    JsonAdapter<List<String>> others = list(new LastOfPair());

    assertEquals(List.of("b", "d"), read("[[\"a\",\"b\"], [\"c\", \"d\"] ]", others));
    assertThrows(CortexDataException.class, () -> read("[[\"a\"]]", others));
    assertThrows(MalformedJsonException.class, () -> read("[[\"a\",\"b\"]", others));
    assertEquals(
        "Expected a string but found a number at path $[1][0]",
        assertThrows(CortexDataException.class, () -> read("[[\"a\",\"b\"],[1,\"d\"]]", others))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"a":[1, 2}]           | SYNTAX         | 11 | $[0].a[2]
          [{"a":{"b":tru}}]       | SYNTAX         | 14 | $[0].a.b
          [{"a" 1}]               | SYNTAX         | 6  | $[0].a
          [{"a":1,"b" 1}]         | SYNTAX         | 12 | $[0].b
          [{"a":"b","c":"d        | ENDS_EARLY     | 16 | $[0].c
          [{"a":[[["b"]],[[[      | ENDS_EARLY     | 18 | $[0].a[1][0][0][0]
          [[],[]] []              | MORE_AFTER_END | 8  | $
          [0,[[[]]]]              | TOO_DEEP       | 4  | $[1][0]
          """)
  void saysWhatIsWrongAndWhere(String json, Reason reason, int offset, String path) {
    JsonAdapter<JsonValue> byMoshi = MoshiValueTest.other(JSON_VALUE::fromJson);
    for (JsonAdapter<?> adapter : List.of(JSON_VALUE, list(JSON_VALUE), byMoshi, list(byMoshi))) {
      int levels = reason == Reason.TOO_DEEP ? 2 : 255;
      ModelReader limited = ModelReader.of(json.getBytes(UTF_8), levels, null);
      MalformedJsonException failure =
          assertThrows(MalformedJsonException.class, () -> limited.readDocument(adapter));

      assertEquals(reason, failure.reason());
      assertEquals(offset, failure.offset());
      assertEquals(path, limited.pathOfFailure());
    }
  }

  @Test
  void knowsWhereAnAdapterOfMoshisFailed() throws IOException {
    JsonAdapter<Integer> ints = new Moshi.Builder().build().adapter(Integer.class);
    ModelReader reader = ModelReader.of("{\"k\":[1,\"x\"]}".getBytes(UTF_8), LEVELS, null);
    assertThrows(JsonDataException.class, () -> reader.readDocument(map(list(ints))));
    assertEquals("$.k[1]", reader.pathOfFailure());
  }

  @Test
  void readsTheElementsThatCanBeRead() throws IOException {
    List<String> unread = new ArrayList<>();
    HeardDrift heard = new HeardDrift();
    String bad = "{\"id\":\"b\",\"x\":1,\"note\":{\"deep\":[[0]]}}";
    String json = "[" + parcel("a") + "," + bad + ", null," + parcel("a") + "," + parcel("c") + "]";

    List<Parcel> read =
        ModelReader.of(json.getBytes(UTF_8), LEVELS, heard)
            .readElements(
                JsonAdapters.shared(ParcelModels.PARCEL),
                (index, value, path, failure) ->
                    unread.add(
                        index + " " + value.json() + " " + path + ": " + failure.getMessage()));

    assertEquals(List.of("a", "a", "c"), read.stream().map(Parcel::id).toList());
    assertSame(read.get(0), read.get(1));
    assertEquals(
        List.of(
            "1 "
                + bad
                + " $[1].note: Expected a string for 'note' of Parcel but found an object at path"
                + " $[1].note",
            "2 null $[2]: Expected an object but found null at path $[2]"),
        unread);
    assertEquals(List.of("UNKNOWN_PROPERTY Parcel $[1].x a number"), heard.heard);
    assertThrows(UnsupportedOperationException.class, () -> read.remove(0));
  }

  @Test
  void skipsAnElementThatCannotBeReadAsStrictlyAsOthers() {
    for (String bad : List.of("{\"id\":5,\"x\":tru}", "{\"id\":5,\"x\":\"\u0001\"}", "{\"id\":5")) {
      ModelReader reader = ModelReader.of(("[" + bad + "]").getBytes(UTF_8), LEVELS, null);
      assertThrows(
          MalformedJsonException.class,
          () ->
              reader.readElements(
                  ParcelModels.PARCEL,
                  (index, value, path, failure) -> {
                    throw new AssertionError(failure);
                  }));
    }
  }

  private static String parcel(String id) {
    return "{\"id\":\"" + id + "\",\"note\":null,\"weight\":1,\"content\":0}";
  }

  @Test
  void valuesDoNotKeepTheDocument() throws IOException {
    List<JsonValue> values = new ArrayList<>();
    WeakReference<byte[]> document = readForgotten(values);

    for (int i = 0; i < 50 && document.get() != null; i++) {
      System.gc();
    }

    assertNull(document.get());
    assertEquals("{\"a\":[1, 2]}", values.get(0).json());
  }

  private static WeakReference<byte[]> readForgotten(List<JsonValue> values) throws IOException {
    byte[] document = "[{\"a\":[1, 2]}, \"b\", 3]".getBytes(UTF_8);
    values.addAll(ModelReader.of(document, LEVELS, null).readDocument(list(JSON_VALUE)));
    return new WeakReference<>(document);
  }

  private static <T> T read(String json, JsonAdapter<T> adapter) throws IOException {
    return ModelReader.of(json.getBytes(UTF_8), LEVELS, null).readDocument(adapter);
  }

  /** Knows nothing but Moshi's reader. */
  private static final class LastOfPair extends JsonAdapter<String> {
    @Override
    public String fromJson(JsonReader reader) throws IOException {
      reader.beginArray();
      String first = JsonAdapters.STRING.fromJson(reader);
      String last = JsonAdapters.STRING.fromJson(reader);
      reader.endArray();
      return first.isEmpty() ? first : last;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable String value) {
      throw new AssertionError("is not written");
    }
  }
}
