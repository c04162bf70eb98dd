package ai.withcortex.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.benchmarks.pages.Pages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that each peer reads and writes complete runs. */
final class PeerTest {
  @ParameterizedTest
  @EnumSource
  void readsAllPages(Peer peer) throws IOException {
    PageCodec codec = peer.open();
    for (Pages pages : Pages.values()) {
      byte[] page = pages.bytes(1);
      List<?> runs = (List<?>) codec.decode(page);
      JsonNode sent = new ObjectMapper().readTree(page);
      JsonNode written = new ObjectMapper().readTree(codec.encode(runs));
      assertEquals(sent.size(), written.size(), () -> new String(page, UTF_8));
      for (int run = 0; run < sent.size(); run++) {
        for (String path : PATHS) {
          assertEquals(sent.get(run).at(path), written.get(run).at(path), path);
        }
      }
    }
  }

  private static final List<String> PATHS =
      List.of(
          "/id",
          "/status",
          "/input/question",
          "/output/step_3/output/message",
          "/workflow_id",
          "/workflow_version/id",
          "/workflow_version/steps/0/note",
          "/workflow_version/steps/4/provider/messages/0/content",
          "/workflow_version/steps/8/service/type");
}
