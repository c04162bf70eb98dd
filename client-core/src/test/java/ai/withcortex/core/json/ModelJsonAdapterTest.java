package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.ParcelModels.PARCEL;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ModelJsonAdapterTest {
  private static final String PARCEL_START =
      "{\"id\":\"p_1\",\"note\":null,\"weight\":1,\"content\":0";

  static Stream<Arguments> properties() throws IOException {
    return DataFile.rows("properties.txt", 4);
  }

  @ParameterizedTest
  @MethodSource("properties")
  void keepsAnswersAndReports(String members, String accessor, String written, String drift)
      throws Exception {
    String json = PARCEL_START + (members.isEmpty() ? "}" : "," + members + "}");
    List<String> expected = drift.isEmpty() ? List.of() : Arrays.asList(drift.split("; "));

    Parcel parcel = requireNonNull(PARCEL.fromJson(json));
    String[] nameAndValue = accessor.split("=", 2);
    assertEquals(
        nameAndValue[1],
        String.valueOf(Parcel.class.getDeclaredMethod(nameAndValue[0]).invoke(parcel)));
    assertEquals(written.isEmpty() ? json : written, PARCEL.toJson(parcel));
    assertEquals(
        parcel.additionalProperties(),
        requireNonNull(PARCEL.fromJson(PARCEL.toJson(parcel))).additionalProperties());
    assertEquals(expected, HeardDrift.of(PARCEL, json));
    assertEquals(in(expected, "$[0]"), HeardDrift.of(list(PARCEL), "[" + json + "]"), "in a list");
    assertEquals(
        in(expected, "$.*[1]"),
        HeardDrift.of(
            JsonAdapters.map(list(PARCEL)), "{\"x.y[7]\":[" + PARCEL_START + "}," + json + "]}"),
        "in a map");
  }

  private static List<String> in(List<String> drift, String root) {
    return drift.stream()
        .map(line -> line.replaceFirst(" \\$", " " + Matcher.quoteReplacement(root)))
        .collect(Collectors.toList());
  }

  @Test
  void tellsOfValuesInAListByTheirIndex() throws IOException {
    JsonAdapter<List<ParcelSize>> sizes = list(ParcelModels.moshi().adapter(ParcelSize.class));

    assertEquals(
        List.of(
            "UNKNOWN_VALUE ParcelSize $[0] a string",
            "UNKNOWN_VALUE ParcelSize $[2] a string",
            "UNKNOWN_VALUE ParcelSize $[3] a string"),
        HeardDrift.of(sizes, "[\"a\",\"small\",\"b\",\"c\"]"));
    assertEquals(
        List.of("UNKNOWN_VALUE ParcelSize $.*[1] a string"),
        HeardDrift.of(JsonAdapters.map(sizes), "{\"k\":[\"small\",\"b\"]}"));
    assertEquals(
        List.of("UNKNOWN_VALUE ParcelSize $ a string"),
        HeardDrift.of(ParcelModels.moshi().adapter(ParcelSize.class), "\"a\""));
  }

  @Test
  void givesTheReaderItsSinkBack() throws IOException {
    HeardDrift drift = new HeardDrift();
    JsonReader reader =
        drift.attach(JsonReader.of(new Buffer().writeUtf8("[{\"a\":5},{\"b\":\"x\"}]")));
    JsonAdapter<Map<String, Long>> longs = JsonAdapters.map(JsonAdapters.LONG);

    reader.beginArray();
    assertEquals(Map.of("a", 5L), longs.fromJson(reader));
    assertEquals(drift, reader.tag(DriftSink.class));
    assertThrows(CortexDataException.class, () -> longs.fromJson(reader));
    assertEquals(drift, reader.tag(DriftSink.class));
  }

  @Test
  void writesTypedValuesBeforeAdditionalOnesOfTheSameName() throws IOException {
    Map<String, JsonValue> additional = new LinkedHashMap<>();
    additional.put("carrier", JsonValue.of("other"));
    additional.put("id", JsonValue.of(5));
    additional.put("signed_by", JsonValue.NULL);
    additional.put("note", JsonValue.of("lost"));

    String written =
        "{\"id\":\"p_1\",\"note\":null,\"weight\":1,\"content\":0,\"carrier\":\"c\",\"signed_by\":null";
    assertEquals(written + "}", PARCEL.toJson(parcel(additional)));
    additional.put("\ud800", JsonValue.of(1));
    assertEquals(written + ",\"\\ud800\":1}", PARCEL.toJson(parcel(additional)));
  }

  private static Parcel parcel(Map<String, JsonValue> additional) {
    Parcel.Builder builder = new Parcel.Builder();
    builder.id = "p_1";
    builder.weight = 1L;
    builder.content = JsonValue.of(0);
    builder.carrier = "c";
    return builder.build(additional);
  }

  @Test
  void writesNullsWhateverTheWriterDoesWithThem() throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.setSerializeNulls(false);
    writer.beginArray();
    PARCEL.toJson(writer, parcel(Map.of("a", JsonValue.NULL)));
    writer.beginObject().name("left out").nullValue().endObject();
    writer.endArray();

    assertEquals(
        "[{\"id\":\"p_1\",\"note\":null,\"weight\":1,\"content\":0,\"carrier\":\"c\",\"a\":null},{}]",
        buffer.readUtf8());
  }

  @Test
  void leavesTheWriterAsItWasWhenItFails() {
    JsonWriter writer = JsonWriter.of(new Buffer());
    writer.setSerializeNulls(false);
    Parcel broken = parcel(Collections.singletonMap("a", null));

    assertFails("Expected a value but found null at path $.a", () -> PARCEL.toJson(writer, broken));
    assertEquals(false, writer.getSerializeNulls());
  }

  @Test
  void writesNoNullForAModel() {
    assertFails("Expected a model but found null at path $", () -> PARCEL.toJson(null));
  }

  private static void assertFails(String message, Executable call) {
    assertEquals(message, assertThrows(CortexDataException.class, call).getMessage());
  }
}
