package ai.withcortex.benchmarks.plain;

import ai.withcortex.benchmarks.plain.model.BranchStep;
import ai.withcortex.benchmarks.plain.model.BrowserStep;
import ai.withcortex.benchmarks.plain.model.CodeStep;
import ai.withcortex.benchmarks.plain.model.HttpRequestStep;
import ai.withcortex.benchmarks.plain.model.InputStep;
import ai.withcortex.benchmarks.plain.model.ModelStep;
import ai.withcortex.benchmarks.plain.model.NoteStep;
import ai.withcortex.benchmarks.plain.model.Run;
import ai.withcortex.benchmarks.plain.model.ServiceStep;
import ai.withcortex.benchmarks.plain.model.WorkflowCallStep;
import ai.withcortex.benchmarks.plain.model.WorkflowStep;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import com.squareup.moshi.adapters.PolymorphicJsonAdapterFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import okio.Buffer;

/** Reads and writes pages with Moshi's class adapters, which set fields by reflection. */
public final class ReflectiveMoshi {
  private final JsonAdapter<List<Run>> runs =
      new Moshi.Builder()
          .add(
              PolymorphicJsonAdapterFactory.of(WorkflowStep.class, "type")
                  .withSubtype(BranchStep.class, "branch")
                  .withSubtype(BrowserStep.class, "browser")
                  .withSubtype(CodeStep.class, "code")
                  .withSubtype(HttpRequestStep.class, "http_request")
                  .withSubtype(InputStep.class, "input")
                  .withSubtype(ModelStep.class, "model")
                  .withSubtype(NoteStep.class, "note")
                  .withSubtype(ServiceStep.class, "service")
                  .withSubtype(WorkflowCallStep.class, "workflow"))
          .add(BigDecimal.class, new BigDecimalAdapter())
          .build()
          .adapter(Types.newParameterizedType(List.class, Run.class));

  public List<Run> decode(byte[] page) throws IOException {
    return runs.fromJson(new Buffer().write(page));
  }

  /**
   * Writes a page. The type of a step is written twice because it is also a property of the class.
   */
  @SuppressWarnings("unchecked") // The page was returned by decode.
  public byte[] encode(Object page) throws IOException {
    Buffer bytes = new Buffer();
    runs.toJson(bytes, (List<Run>) page);
    return bytes.readByteArray();
  }

  /** An adapter for {@link BigDecimal}, which Moshi does not include. */
  private static final class BigDecimalAdapter extends JsonAdapter<BigDecimal> {
    @Override
    public BigDecimal fromJson(JsonReader reader) throws IOException {
      return new BigDecimal(reader.nextString());
    }

    @Override
    public void toJson(JsonWriter writer, BigDecimal value) throws IOException {
      writer.value(value);
    }
  }
}
