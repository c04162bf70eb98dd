package ai.withcortex.benchmarks.retrofit2gson;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.benchmarks.retrofit2gson.client.JSON;
import ai.withcortex.benchmarks.retrofit2gson.model.Run;
import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** Reads and writes pages with the stock client's Gson, in the same way as Retrofit's converter. */
public final class Codec {
  private final Gson gson = new JSON().getGson();
  private final TypeAdapter<List<Run>> runs = gson.getAdapter(new TypeToken<List<Run>>() {});

  public List<Run> decode(byte[] page) throws IOException {
    return runs.fromJson(new InputStreamReader(new ByteArrayInputStream(page), UTF_8));
  }

  @SuppressWarnings("unchecked") // The page was returned by decode.
  public byte[] encode(Object page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, UTF_8)) {
      runs.toJson(writer, (List<Run>) page);
    }
    return bytes.toByteArray();
  }
}
