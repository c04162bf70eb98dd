package ai.withcortex.benchmarks.plain;

import ai.withcortex.benchmarks.plain.model.Run;
import com.alibaba.fastjson2.JSON;
import java.util.List;

/** Reads and writes pages with fastjson2, which supports Jackson's annotations. */
public final class Fastjson {
  public List<Run> decode(byte[] page) {
    return JSON.parseArray(page, Run.class);
  }

  public byte[] encode(Object page) {
    return JSON.toJSONBytes(page);
  }
}
