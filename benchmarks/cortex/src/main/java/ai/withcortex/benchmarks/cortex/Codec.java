package ai.withcortex.benchmarks.cortex;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.SharedValues;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.util.List;
import okio.Buffer;

/** Pages as our client reads and writes them. */
public final class Codec {
  private final JsonAdapter<List<Run>> runs =
      CortexJson.moshi().adapter(Types.newParameterizedType(List.class, Run.class));

  public List<Run> decode(byte[] page) throws IOException {
    return runs.fromJson(SharedValues.reader(new Buffer().write(page)));
  }

  @SuppressWarnings("unchecked") // What decode made.
  public byte[] encode(Object page) throws IOException {
    Buffer bytes = new Buffer();
    runs.toJson(bytes, (List<Run>) page);
    return bytes.readByteArray();
  }
}
