package ai.withcortex.client;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ErrorResponse;
import ai.withcortex.model.Run;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecTypes;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is read from an example and written again means the same. */
@Tag("spec")
final class SpecExamplesTest {
  private final Moshi moshi = CortexJson.moshi();

  @ParameterizedTest
  @FieldSource("ai.withcortex.client.SpecExamples#PAGES")
  void readsAndWritesPage(String name) throws IOException {
    String json = SpecExamples.read(name);
    JsonAdapter<List<Run>> adapter = SpecExamples.pageAdapter(moshi);
    List<Run> runs = adapter.fromJson(json);
    assertEquals(List.of(), SpecExamples.differences(json, adapter.toJson(runs)));
    assertEquals(runs, adapter.fromJson(adapter.toJson(runs)));
    for (Run run : runs) {
      assertEquals(run, run.toBuilder().build());
      assertEquals(JsonValue.parse("{}").asMap(), run.additionalProperties());
    }
  }

  @ParameterizedTest
  @FieldSource("ai.withcortex.client.SpecExamples#VALUES")
  void readsAndWritesValue(String name) throws Exception {
    String schema = name.substring(0, name.indexOf('/'));
    Class<?> model = Class.forName("ai.withcortex.model." + schema);
    SpecType type = requireNonNull(SpecTypes.all().get(schema));
    String json = SpecExamples.read(name);
    boolean isPage = json.startsWith("[");
    JsonAdapter<Object> adapter =
        moshi.adapter(isPage ? Types.newParameterizedType(List.class, model) : model);
    Object value = adapter.fromJson(json);
    String written = adapter.toJson(value);
    assertEquals(
        List.of(),
        JsonDifferences.of(
            isPage ? new ListOf(type) : type,
            JsonTreeReader.read(json),
            JsonTreeReader.read(written)));
    assertEquals(value, adapter.fromJson(written));
  }

  @ParameterizedTest
  @FieldSource("ai.withcortex.client.SpecExamples#ERRORS")
  void readsAndWritesError(String name) throws IOException {
    String json = SpecExamples.read(name);
    JsonAdapter<ErrorResponse> adapter = moshi.adapter(ErrorResponse.class);
    ErrorResponse error = adapter.fromJson(json);
    assertEquals(JsonTreeReader.read(json), JsonTreeReader.read(adapter.toJson(error)));
    assertEquals("error-" + error.status() + ".json", name);
  }
}
