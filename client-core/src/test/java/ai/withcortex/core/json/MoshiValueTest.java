package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
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
