package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.steps.StepJsonAdapterFactory;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ErrorResponse;
import ai.withcortex.model.ModelJsonAdapterFactory;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything is read and written with Moshi's reflective adapters made to fail. */
@Tag("spec")
final class ReflectionFreeTest {
  private static final Moshi MOSHI =
      new Moshi.Builder()
          .add(StepJsonAdapterFactory.create())
          .add(ModelJsonAdapterFactory.create())
          .add(
              (type, annotations, moshi) -> {
                if (Types.getRawType(type) == List.class) {
                  return null;
                }
                throw new AssertionError("Moshi is asked for an adapter of its own for " + type);
              })
          .build();

  @Test
  void readsAndWritesPages() throws IOException {
    JsonAdapter<List<Run>> adapter = SpecExamples.pageAdapter(MOSHI);
    for (String name : SpecExamples.PAGES) {
      List<Run> runs = adapter.fromJson(SpecExamples.read(name));
      assertEquals(runs, adapter.fromJson(adapter.toJson(runs)), name);
    }
  }

  @Test
  void readsAndWritesErrors() throws IOException {
    JsonAdapter<ErrorResponse> adapter = MOSHI.adapter(ErrorResponse.class);
    for (String name : SpecExamples.ERRORS) {
      ErrorResponse error = adapter.fromJson(SpecExamples.read(name));
      assertEquals(error, adapter.fromJson(adapter.toJson(error)), name);
    }
  }

  @Test
  void readsAndWritesFreeFormValues() throws IOException {
    JsonValue value = JsonValue.parse("{\"a\": [1.0, null]}");
    JsonAdapter<JsonValue> adapter = MOSHI.adapter(JsonValue.class);
    assertEquals(value, adapter.fromJson(adapter.toJson(value)));
  }

  @Test
  void wouldNotice() {
    assertThrows(AssertionError.class, () -> MOSHI.adapter(StringBuilder.class));
  }
}
