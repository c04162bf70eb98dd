package ai.withcortex.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said, and of which path, when a required property of a run is not as the spec has it. */
@Tag("spec")
final class RequiredPropertiesTest {
  private static final String ABSENT = "-";

  private final JsonAdapter<List<Run>> page = SpecExamples.pageAdapter(CortexJson.moshi());

  static Stream<Arguments> rows() throws IOException {
    return read("rows.txt")
        .lines()
        .filter(line -> !line.startsWith("# "))
        .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsWhatIsWrongAndWhere(String pointer, String replacement, String path, String problem)
      throws IOException {
    JsonValue valid = JsonValue.parse(read("page.json"));
    List<String> tokens = Arrays.asList(pointer.split("/", -1));
    String bad = edit(valid, tokens.subList(1, tokens.size()), replacement).json();
    JsonAdapter<List<Run>> ours = JsonAdapters.list(CortexJson.moshi().adapter(Run.class));
    ModelReader reader = ModelReader.of(bad.getBytes(UTF_8), 255, null);

    for (Executable reading :
        List.<Executable>of(() -> page.fromJson(bad), () -> reader.readDocument(ours))) {
      CortexDataException failure = assertThrows(CortexDataException.class, reading);
      assertEquals(problem + " at path " + path, failure.getMessage());
      assertEquals(path, failure.path());
    }
  }

  @Test
  void readsAndWritesThePageThatTheRowsChange() throws IOException {
    String json = read("page.json");
    List<Run> runs = requireNonNull(page.fromJson(json));
    assertEquals(List.of(), SpecExamples.differences(json, page.toJson(runs)));
  }

  private static JsonValue edit(JsonValue value, List<String> tokens, String replacement) {
    if (tokens.isEmpty()) {
      return JsonValue.parse(replacement);
    }
    String token = tokens.get(0);
    List<String> further = tokens.subList(1, tokens.size());
    if (value.kind() == JsonValue.Kind.ARRAY) {
      int index = Integer.parseInt(token);
      List<JsonValue> elements = new ArrayList<>(value.asList());
      elements.set(index, edit(elements.get(index), further, replacement));
      return JsonValue.ofArray(elements);
    }
    Map<String, JsonValue> members = new LinkedHashMap<>(value.asMap());
    JsonValue member = requireNonNull(members.get(token), token);
    if (further.isEmpty() && replacement.equals(ABSENT)) {
      members.remove(token);
    } else {
      members.put(token, edit(member, further, replacement));
    }
    return JsonValue.ofObject(members);
  }

  private static String read(String name) throws IOException {
    try (InputStream file = RequiredPropertiesTest.class.getResourceAsStream("/required/" + name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
