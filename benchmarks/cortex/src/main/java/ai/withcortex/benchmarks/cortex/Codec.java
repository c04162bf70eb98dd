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

/** Reads and writes pages in the same way as our client. */
public final class Codec {
  private static final int LEVELS = 255;

  private final LongAdder drift = new LongAdder();

  private final JsonAdapter<List<Run>> runs =
      JsonAdapters.list(CortexJson.moshi().adapter(Run.class));

  /** Reads a page and, like the client, counts the differences from the spec. */
  public List<Run> decode(byte[] page) throws IOException {
    DriftSink sink = (kind, schema, path, found) -> drift.increment();
    return ModelReader.of(page, LEVELS, sink).readDocument(runs);
  }

  @SuppressWarnings("unchecked") // The page was returned by decode.
  public byte[] encode(Object page) throws IOException {
    Buffer bytes = new Buffer();
    runs.toJson(bytes, (List<Run>) page);
    return bytes.readByteArray();
  }
}
