package ai.withcortex.benchmarks.cortex;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import okio.Buffer;

/** Pages as our client reads and writes them. */
public final class Codec {
  private static final int LEVELS = 255;

  private final LongAdder drift = new LongAdder();

  private final JsonAdapter<List<Run>> runs =
      JsonAdapters.list(CortexJson.moshi().adapter(Run.class));

  /** As the client does, which always counts how pages differ from the spec. */
  public List<Run> decode(byte[] page) throws IOException {
    DriftSink sink = (kind, schema, path, found) -> drift.increment();
    return ModelReader.of(page, LEVELS, sink).readDocument(runs);
  }

  @SuppressWarnings("unchecked") // What decode made.
  public byte[] encode(Object page) throws IOException {
    Buffer bytes = new Buffer();
    runs.toJson(bytes, (List<Run>) page);
    return bytes.readByteArray();
  }
}
