package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said, and of which path, when a required property is not as the spec has it. */
final class RequiredPropertiesTest {
  static Stream<Arguments> rows() throws IOException {
    return DataFile.rows("required.txt", 5);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsWhatIsWrongWhereverTheModelStands(
      String model, String pointer, String replacement, String path, String problem)
      throws Exception {
    JsonAdapter<?> adapter = adapter(model);
    JsonValue valid = document(model);
    String good = valid.json();
    String bad = JsonEdit.of(valid, pointer, replacement).json();

    assertFails(adapter, bad, "$", path, problem);
    assertFails(list(adapter), "[" + bad + "]", "$[0]", path, problem);
    assertFails(
        list(adapter),
        "[" + good + "," + good + "," + bad + "," + good + "]",
        "$[2]",
        path,
        problem);
    assertFails(map(adapter), "{\"k\":" + bad + "}", "$.k", path, problem);
    assertFails(
        map(list(map(adapter))),
        "{\"a\":[],\"x[0].y]\":[{},{\"\":" + bad + ",\"z\":" + good + "}]}",
        "$.x[0].y][1].",
        path,
        problem);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsTheDocumentsThatTheRowsChange(String model) throws Exception {
    JsonValue valid = document(model);
    assertEquals(
        valid.asMap().keySet(),
        JsonValue.parse(write(adapter(model), valid.json())).asMap().keySet());
  }

  private static <T> String write(JsonAdapter<T> adapter, String json) throws IOException {
    return adapter.toJson(requireNonNull(adapter.fromJson(json)));
  }

  private static JsonAdapter<?> adapter(String model) throws ClassNotFoundException {
    return ParcelModels.moshi().adapter(Class.forName("ai.withcortex.core.json." + model));
  }

  private static JsonValue document(String model) throws IOException {
    try (InputStream file = RequiredPropertiesTest.class.getResourceAsStream("/json/models.json")) {
      JsonValue documents = JsonValue.parse(new String(file.readAllBytes(), UTF_8));
      return requireNonNull(documents.get(model), model);
    }
  }

  /** Both from the document and from a reader that looks ahead in it. */
  private static void assertFails(
      JsonAdapter<?> adapter, String json, String root, String path, String problem)
      throws IOException {
    String where = root + path.substring(1);
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    for (JsonReader each : new JsonReader[] {reader.peekJson(), reader}) {
      CortexDataException failure =
          assertThrows(CortexDataException.class, () -> adapter.fromJson(each));
      assertEquals(problem + " at path " + where, failure.getMessage());
      assertEquals(where, failure.path());
    }
  }
}
