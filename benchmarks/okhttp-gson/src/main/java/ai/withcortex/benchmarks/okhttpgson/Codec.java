package ai.withcortex.benchmarks.okhttpgson;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.benchmarks.okhttpgson.client.ApiClient;
import ai.withcortex.benchmarks.okhttpgson.client.JSON;
import ai.withcortex.benchmarks.okhttpgson.model.Run;
import com.google.gson.reflect.TypeToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;

/** Reads and writes pages in the same way as the stock client. */
public final class Codec {
  private final Type runs = new TypeToken<List<Run>>() {}.getType();

  public Codec() {
    // The class initializers of ApiClient and JSON register the adapters of all models.
    new ApiClient();
  }

  public List<Run> decode(byte[] page) throws IOException {
    return JSON.deserialize(new ByteArrayInputStream(page), runs);
  }

  public byte[] encode(Object page) {
    return JSON.serialize(page).getBytes(UTF_8);
  }
}
