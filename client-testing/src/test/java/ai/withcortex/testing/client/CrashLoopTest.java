package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.MutationScript;
import ai.withcortex.testing.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that saves runs is killed at random moments and started again until it has read the
 * list, which changes all the time; {@code -Dcrash.lists=200} does it with more lists.
 */
@Tag("load")
@Tag("okhttp-agnostic")
final class CrashLoopTest {
  private static final int LISTS = Integer.getInteger("crash.lists", 10);
  private static final int RUNS = 300;

  /** Starts in less than half the time, and there is nothing to make fast. */
  private static final List<String> OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC");

  @TempDir private Path folder;

  @Test
  void savesEachRunOnceHoweverOftenItIsKilled() throws Exception {
    int kills = 0;
    for (int seed = 0; seed < LISTS; seed++) {
      kills += saveList(seed);
    }
    assertTrue(kills >= LISTS, "kills: " + kills);
  }

  /** Returns how often the program was killed. */
  private int saveList(int seed) throws Exception {
    Random random = new Random(seed);
    SavedRuns saved = new SavedRuns(folder.resolve("runs-" + seed));
    int kills = 0;
    try (CortexSandbox sandbox =
        CortexSandbox.builder()
            .slimRuns(RUNS)
            .mutations(MutationScript.random(seed, 3, 3))
            .start()) {
      sandbox.faults(FaultScript.always(Fault.delay(Duration.ofMillis(3))));
      Observation observation = sandbox.observe("app_1", "work_1");
      while (!hasSaved(sandbox, folder.resolve("runs-" + seed), random)) {
        kills++;
      }
      List<String> ids = saved.ids();
      Set<String> lost = new HashSet<>(observation.lasting());
      ids.forEach(lost::remove);

      assertEquals(Set.of(), lost, "lost with seed " + seed);
      assertEquals(new HashSet<>(ids).size(), ids.size(), "twice with seed " + seed);
    }
    return kills;
  }

  /** Whether the program came to its end; otherwise it was killed. */
  private static boolean hasSaved(CortexSandbox sandbox, Path file, Random random)
      throws Exception {
    int until = 1 + random.nextInt(RUNS);
    try (JavaProgram program =
        JavaProgram.start(
            OPTIONS, SavedRuns.class, sandbox.baseUrl(), sandbox.apiKey(), file.toString())) {
      for (int i = 0; i < until; i++) {
        String line = program.readLine();
        if (line == null || line.startsWith("COMPLETE")) {
          assertEquals("COMPLETE_WITH_DRIFT", line);
          assertEquals(0, program.waitFor());
          return true;
        }
      }
      // It has gone on in the meantime, and may be anywhere.
      program.kill();
      return false;
    }
  }
}
