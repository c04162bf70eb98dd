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

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BytesReaderTest {
  private static final int LEVELS = 255;

  private final JsonAdapter<List<Parcel>> parcels =
      list(SharedValues.adapter(ParcelModels.moshi().adapter(Parcel.class)));

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
    assertThrows(JsonEncodingException.class, () -> read(json, JSON_VALUE));
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
        JsonEncodingException.class, () -> BytesReader.read(document, JSON_VALUE, LEVELS, null));
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
        assertThrows(JsonEncodingException.class, () -> read(open, JSON_VALUE));
        String control = open + "\u001f" + "~".repeat(before) + "\"";
        assertThrows(JsonEncodingException.class, () -> read(control, JSON_VALUE));
      }
    }
  }

  @Test
  void refusesWhatNestsTooDeep() throws IOException {
    String deep = "[".repeat(LEVELS) + "]".repeat(LEVELS);

    assertEquals(deep, read(deep, JSON_VALUE).json());
    assertThrows(JsonEncodingException.class, () -> read("[" + deep + "]", JSON_VALUE));
    byte[] two = "[[]]".getBytes(UTF_8);
    assertEquals("[[]]", BytesReader.read(two, JSON_VALUE, 2, null).json());
    assertThrows(JsonEncodingException.class, () -> BytesReader.read(two, JSON_VALUE, 1, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"carrier\":\"c\\u0061\",\"signed_by\":null,\"sent_at\":\"2026-01-02T03:04:05Z\"",
        ",\"x\":1,\"free\":{\"k\":{\"l\":[1]},\"k\":2},\"labels\":[\"a\",\"b\"]",
        ",\"carrier\":5,\"insured\":1.5,\"sent_at\":\"yesterday\",\"size\":\"HUGE\"",
        ",\"carrier\":\"a\",\"carrier\":\"b\",\"x\":1,\"x\":2,\"lab\\u0065ls\":[]",
        ",\"parts\":{\"secret\":{\"id\":\"p\",\"note\":null,\"weight\":1,\"content\":0,\"y\":{}}}",
        ",\"stops\":[{\"kind\":\"new\",\"place\":\"p\",\"z\":1}],\"pickup\":{\"q\":1}",
      })
  void makesTheSameOfModelsAsMoshisReader(String more) throws IOException {
    String parcel =
        "{\"id\":\"a\",\"note\":null,\"weight\":1,\"content\":{\"deep\":[1, 2]}" + more + "}";
    String json = "[ " + parcel + ",\n" + parcel + " ]";
    HeardDrift byMoshi = new HeardDrift();
    HeardDrift fromBytes = new HeardDrift();

    List<Parcel> expected;
    List<Parcel> actual;
    try {
      expected = parcels.fromJson(byMoshi.attach(SharedValues.reader(buffer(json))));
    } catch (CortexDataException e) {
      CortexDataException again =
          assertThrows(
              CortexDataException.class,
              () -> BytesReader.read(json.getBytes(UTF_8), parcels, LEVELS, fromBytes));
      assertEquals(e.getMessage(), again.getMessage());
      assertEquals(byMoshi.heard, fromBytes.heard);
      return;
    }
    actual = BytesReader.read(json.getBytes(UTF_8), parcels, LEVELS, fromBytes);
    assertEquals(parcels.toJson(expected), parcels.toJson(actual));
    assertEquals(byMoshi.heard, fromBytes.heard);
    assertSame(actual.get(0), actual.get(1));
  }

  @Test
  void namesTheSamePlaceInAnError() {
    String json =
        "[{\"id\":\"a\",\"note\":null,\"weight\":1,\"content\":0,\"parts\":{\"k\":{\"id\":7}}}]";

    assertEquals(
        "Expected a string for 'id' of Parcel but found a number at path $[0].parts.k.id",
        assertThrows(CortexDataException.class, () -> read(json, parcels)).getMessage());
  }

  @Test
  void hidesTheKeysOfMapsFromSinksAsMoshisReaderDoes() throws IOException {
    JsonAdapter<Map<String, List<ParcelSize>>> sizes =
        map(list(ParcelModels.moshi().adapter(ParcelSize.class)));
    String json = "{\"secret\":[\"HUGE\"],\"" + "k".repeat(600) + "\":[\"TINY\"],\"secret\":[]}";
    HeardDrift fromBytes = new HeardDrift();
    Object unused = BytesReader.read(json.getBytes(UTF_8), sizes, LEVELS, fromBytes);

    assertEquals(HeardDrift.of(sizes, json), fromBytes.heard);
    assertEquals(3, fromBytes.heard.size());
  }

  @Test
  void givesOtherAdaptersAReaderOfTheirValue() throws IOException {
    JsonAdapter<List<String>> others = list(new LastOfPair());

    assertEquals(List.of("b", "d"), read("[[\"a\",\"b\"], [\"c\", \"d\"] ]", others));
    assertThrows(CortexDataException.class, () -> read("[[\"a\"]]", others));
    assertThrows(JsonEncodingException.class, () -> read("[[\"a\",\"b\"]", others));
    assertEquals(
        "Expected a string but found a number at path $[1][0]",
        assertThrows(CortexDataException.class, () -> read("[[\"a\",\"b\"],[1,\"d\"]]", others))
            .getMessage());
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
    values.addAll(BytesReader.read(document, list(JSON_VALUE), LEVELS, null));
    return new WeakReference<>(document);
  }

  private static <T> T read(String json, JsonAdapter<T> adapter) throws IOException {
    return BytesReader.read(json.getBytes(UTF_8), adapter, LEVELS, null);
  }

  private static Buffer buffer(String json) {
    return new Buffer().writeUtf8(json);
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
