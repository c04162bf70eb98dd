package ai.withcortex.benchmarks.plain;

import ai.withcortex.benchmarks.plain.model.Run;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Reads and writes pages with Jackson, without a client. */
public final class Databind {
  private final ObjectMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final ObjectReader runs = mapper.readerFor(new TypeReference<List<Run>>() {});

  public List<Run> decode(byte[] page) throws IOException {
    return runs.readValue(page);
  }

  public byte[] encode(Object page) throws IOException {
    return mapper.writeValueAsBytes(page);
  }
}
