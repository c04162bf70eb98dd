package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.JSON_VALUE;
import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.MalformedJsonException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our adapters in a Moshi of a user's own, and a user's around ours. */
final class MoshiValueTest {
  private static final int LEVELS = 255;

  @Test
  void readsValuesOfJavaWithoutLoss() {
    assertEquals(
        9007199254740993L, JsonAdapters.LONG.fromJsonValue(Long.valueOf(9007199254740993L)));
    BigDecimal exact = new BigDecimal("1.500000000000000000000000001");
    assertEquals(exact, JsonAdapters.BIG_DECIMAL.fromJsonValue(exact));
    assertEquals("5", JsonAdapters.JSON_VALUE.fromJsonValue(5L).json());
    assertEquals("\ud800", JsonAdapters.STRING.fromJsonValue("\ud800"));
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("a", null);
    members.put("b", Arrays.asList(true, 1L, "x"));
    assertEquals(
        "{\"a\":null,\"b\":[true,1,\"x\"]}", JsonAdapters.JSON_VALUE.fromJsonValue(members).json());
  }

  @Test
  void saysThatATextEndsEarly() {
    JsonAdapter<List<JsonValue>> ofMoshi =
        new Moshi.Builder()
            .add(JsonValue.class, JsonAdapters.JSON_VALUE)
            .build()
            .adapter(Types.newParameterizedType(List.class, JsonValue.class));

    assertEquals("$", placeOfEnd(list(JsonAdapters.STRING), "[\"a\""));
    assertEquals("$[0]", placeOfEnd(ofMoshi, "[{\"id\":\"x"));
    assertEquals("$[1]", placeOfEnd(ofMoshi, "[1,[2"));
  }

  private static String placeOfEnd(JsonAdapter<?> adapter, String json) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    EOFException e = assertThrows(EOFException.class, () -> adapter.fromJson(reader));
    return String.valueOf(e.getMessage()).replace("End of input at path ", "");
  }

  @Test
  void refusesNumbersThatJsonDoesNotHave() {
    CortexDataException e =
        assertThrows(
            CortexDataException.class, () -> JsonAdapters.DOUBLE.fromJsonValue(Double.NaN));

    assertEquals("Expected a finite number but found NaN at path $", e.getMessage());
  }

  @Test
  void readsOneDocumentAfterTheOther() throws IOException {
    Buffer lines = new Buffer().writeUtf8("[1]\n[2]\n");
    JsonAdapter<List<Integer>> list = JsonAdapters.list(JsonAdapters.INTEGER);

    assertEquals(List.of(1), list.fromJson(JsonReader.of(lines)));
  }

  @Test
  void leavesAValueOfAnotherKindWhereItIs() throws IOException {
    Moshi moshi = new Moshi.Builder().add(String.class, new OrDefault()).build();
    JsonAdapter<List<String>> list =
        moshi.adapter(Types.newParameterizedType(List.class, String.class));

    assertEquals(List.of("default", "a", "b"), list.fromJson("[1,\"a\",\"b\"]"));
    assertEquals(List.of("a", "default", "b"), list.fromJson("[\"a\",{\"x\":[]},\"b\"]"));
  }

  @Test
  void aWrapperMayUseItsReaderAfterwards() throws IOException {
    List<String> read = new ArrayList<>();
    ModelReader document = ModelReader.of("[\"a\",5,\"b\"]".getBytes(UTF_8), 9, null);

    read.addAll(document.readDocument(JsonAdapters.list(new OrDefault())));

    assertEquals(List.of("a", "default", "b"), read);
  }

  @Test
  void anAdapterThatPassesTheValueOnHasACopy() throws IOException {
    JsonAdapter<Parcel> shared = JsonAdapters.shared(ParcelModels.PARCEL);
    JsonAdapter<Parcel> passingOn = other(reader -> shared.fromJson(reader));
    JsonAdapter<Parcel> lookingFirst =
        other(reader -> reader.peek() == Token.NULL ? null : shared.fromJson(reader));
    String json = "[" + parcel("a") + "," + parcel("a") + "]";

    List<Parcel> passedOn = read(json, list(passingOn));
    assertNotSame(passedOn.get(0), passedOn.get(1));
    List<Parcel> lookedAt = read(json, list(lookingFirst));
    assertNotSame(lookedAt.get(0), lookedAt.get(1));
    assertEquals(passedOn, lookedAt);
    for (JsonAdapter<Parcel> each : List.of(passingOn, lookingFirst)) {
      ModelReader reader = ModelReader.of("[[{\"id\":5}]]".getBytes(UTF_8), LEVELS, null);
      CortexDataException failure =
          assertThrows(CortexDataException.class, () -> reader.readDocument(list(list(each))));
      assertEquals("$[0][0].id", failure.path());
      assertTrue(reader.pathOfFailure().startsWith("$[0][0]"), reader.pathOfFailure());
    }
  }

  @Test
  void refusesWhatIsNoJsonEvenIfAnAdapterDoesNotMind() {
    JsonAdapter<String> careless =
        other(
            reader -> {
              try {
                return reader.nextString();
              } catch (IOException e) {
                return "nothing";
              }
            });

    assertThrows(MalformedJsonException.class, () -> read("[\"a\\x\"]", list(careless)));
    assertThrows(JsonDataException.class, () -> read("[[]]", list(other(reader -> "unread"))));
  }

  static <T> JsonAdapter<T> other(Reading<T> reading) {
    return new JsonAdapter<>() {
      @Override
      public @Nullable T fromJson(JsonReader reader) throws IOException {
        return reading.read(reader);
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable T value) {
        throw new AssertionError("is not written");
      }
    };
  }

  interface Reading<T> {
    @Nullable T read(JsonReader reader) throws IOException;
  }

  @Test
  void moshisReaderStandsBehindAValueThatItHandedOver() throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8("[{\"a\": {\"b\": 1}}, 2, 3]"));
    reader.beginArray();

    assertEquals("{\"a\": {\"b\": 1}}", JSON_VALUE.fromJson(reader.peekJson()).json());
    assertEquals("{\"a\": {\"b\": 1}}", JSON_VALUE.fromJson(reader).json());
    assertEquals("2", JSON_VALUE.fromJson(reader.peekJson()).json());
    assertEquals(2, JsonAdapters.INTEGER.fromJson(reader));
    assertEquals("$[2]", reader.getPath());
    assertEquals("3", reader.nextString());
    reader.endArray();
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
  }

  @Test
  void failuresAndDriftOfAValueThatMoshiHandedOverAreWhereTheyStandInTheDocument()
      throws IOException {
    HeardDrift heard = new HeardDrift();
    String json =
        "[1,{\"a\":" + parcel("a").replace("0}", "0,\"x\":1,\"carrier\":{}}") + "}, [tru]]";
    JsonReader reader = heard.attach(JsonReader.of(new Buffer().writeUtf8(json)));
    reader.beginArray();
    assertEquals(
        "Expected a string but found a number at path $[0]",
        assertThrows(
                CortexDataException.class, () -> JsonAdapters.STRING.fromJson(reader.peekJson()))
            .getMessage());
    reader.skipValue();
    assertEquals(1, map(ParcelModels.PARCEL).fromJson(reader).size());

    assertEquals(
        List.of(
            "UNKNOWN_PROPERTY Parcel $[1].*.x a number",
            "OTHER_KIND Parcel $[1].*.carrier an object"),
        heard.heard);
    assertEquals(
        "Expected true but found ']' at path $[2][0]",
        assertThrows(JsonEncodingException.class, () -> JSON_VALUE.fromJson(reader)).getMessage());
  }

  private static String parcel(String id) {
    return "{\"id\":\"" + id + "\",\"note\":null,\"weight\":1,\"content\":0}";
  }

  private static <T> T read(String json, JsonAdapter<T> adapter) throws IOException {
    return ModelReader.of(json.getBytes(UTF_8), LEVELS, null).readDocument(adapter);
  }

  /** What a user writes who would rather have a default than an error. */
  private static final class OrDefault extends JsonAdapter<String> {
    @Override
    public String fromJson(JsonReader reader) throws IOException {
      String value;
      try {
        value = JsonAdapters.STRING.fromJson(reader);
      } catch (CortexDataException e) {
        reader.skipValue();
        return "default";
      }
      JsonReader.Token unused = reader.peek();
      return value;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable String value) throws IOException {
      JsonAdapters.STRING.toJson(writer, value);
    }
  }
}
