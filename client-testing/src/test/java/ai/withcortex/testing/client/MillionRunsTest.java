package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program with little memory reads a million runs of a sandbox in another process. */
@Tag("load")
@Tag("okhttp-agnostic")
final class MillionRunsTest {
  private static final int RUNS = 1_000_000;

  @Test
  @Timeout(600)
  void aSmallProgramReadsAMillionRuns() throws Exception {
    try (JavaProgram sandbox =
        JavaProgram.start(
            List.of("-Xmx256m"), CortexSandbox.class, "--runs", String.valueOf(RUNS), "0")) {
      String address = sandbox.readLine();
      String url = address.substring(address.lastIndexOf(' ') + 1);
      try (JavaProgram reader =
          JavaProgram.start(List.of("-Xmx96m", "-XX:+ExitOnOutOfMemoryError"), Reader.class, url)) {
        assertEquals("COMPLETE " + RUNS, reader.readLine());
        assertEquals(0, reader.waitFor());
      }
    }
  }

  static final class Reader {
    private Reader() {}

    public static void main(String[] arguments) {
      try (CortexClient cortex =
          CortexClient.builder()
              .baseUrl(arguments[0])
              .apiKey(CortexSandbox.DEFAULT_API_KEY)
              .build()) {
        WalkOptions options = WalkOptions.builder().prefetch(4).build();
        Walk<Run> walk = cortex.workflow("app_1", "work_1").runs().walk(options);
        long count = 0;
        while (walk.hasNext()) {
          walk.next();
          count++;
        }
        Receipt receipt = walk.receipt();
        System.out.println(receipt.verdict() + " " + count);
      }
    }
  }
}
