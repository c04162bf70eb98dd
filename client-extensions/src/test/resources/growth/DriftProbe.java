import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import okio.Buffer;

/** Reads the response with the grown client and tells which drift is left. */
public final class DriftProbe implements UnaryOperator<String> {
  @Override
  public String apply(String json) {
    TreeSet<String> drifts = new TreeSet<>();
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    DriftSink sink = (kind, schema, path, found) -> drifts.add(kind + " at " + path);
    reader.setTag(DriftSink.class, sink);
    try {
      CortexJson.moshi().adapter(Types.newParameterizedType(java.util.List.class, Run.class)).fromJson(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return String.join(", ", drifts);
  }
}
