package ai.withcortex.benchmarks.nativejackson;

import ai.withcortex.benchmarks.nativejackson.client.JSON;
import ai.withcortex.benchmarks.nativejackson.model.Run;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** Reads and writes pages with the stock client's mapper. */
public final class Codec {
  private final ObjectMapper mapper = new JSON().getMapper();
  private final TypeReference<List<Run>> runs = new TypeReference<List<Run>>() {};

  public List<Run> decode(byte[] page) throws IOException {
    return mapper.readValue(page, runs);
  }

  public byte[] encode(Object page) throws IOException {
    return mapper.writeValueAsBytes(page);
  }
}
