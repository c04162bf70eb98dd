package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.LONG;
import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static ai.withcortex.core.json.ParcelModels.PARCEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonErrorsTest {
  private static final String FRACTION = "Expected an integer but found a number with a fraction";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "{\"a\":{\"b\":[0.5]}} $.a.b[0]",
        "{\"a\":{\"b\":[0.5,1]}} $.a.b[0]",
        "{\"a\":{\"b\":[1,2,0.5]}} $.a.b[2]",
        "{\"a\":{\"b[3]\":[0.5]}} $.a.b[3][0]",
        "{\"a]\":{\"[\":[1],\"]\":[1,0.5]}} $.a].][1]",
        "{\"\":{\"\":[0.5]}} $..[0]",
      })
  void aRefusedValueIsFoundWhereItStood(String json, String path) {
    assertFails(map(map(list(LONG))), reader(json), FRACTION, path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[{\"a\":0.5}] $[0].a",
        "[{\"a[7]\":0.5,\"b\":1}] $[0].a[7]",
        "[{},{\"a.b\":1,\"c]\":0.5}] $[1].c]",
      })
  void aRefusedMemberIsFoundByItsName(String json, String path) {
    assertFails(list(map(LONG)), reader(json), FRACTION, path);
  }

  @Test
  void whatFollowsADocumentDoesNotMatter() throws IOException {
    for (String more : new String[] {"", "{}", " 7", "[", "x", "]"}) {
      assertFails(LONG, reader("0.5 " + more), FRACTION, "$");
      String missing = "Required property 'id' of Parcel is missing";
      assertFails(PARCEL, reader("{}" + more), missing, "$");
    }
    JsonReader documents = reader("0.5 {} 0.5 7");
    documents.setLenient(true);
    assertFails(LONG, documents, FRACTION, "$");
    assertFails(PARCEL, documents, "Required property 'id' of Parcel is missing", "$");
    assertFails(LONG, documents, FRACTION, "$");
    assertEquals(7, LONG.fromJson(documents));
  }

  @Test
  void namesOfTheDocumentMakeNoLinesInMessages() {
    CortexDataException failure =
        assertThrows(CortexDataException.class, () -> map(LONG).fromJson("{\"a\\r\\nb\":null}"));
    assertEquals("Expected an integer but found null at path $.a  b", failure.getMessage());
    assertEquals("$.a\r\nb", failure.path());
  }

  private static JsonReader reader(String json) {
    return JsonReader.of(new Buffer().writeUtf8(json));
  }

  private static void assertFails(
      JsonAdapter<?> adapter, JsonReader reader, String problem, String path) {
    CortexDataException failure =
        assertThrows(CortexDataException.class, () -> adapter.fromJson(reader));
    assertEquals(problem + " at path " + path, failure.getMessage());
    assertEquals(path, failure.path());
  }
}
