package ai.withcortex.fuzz;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What Jazzer calls with each input. */
public final class ResponseFuzzer {
  private static final int WARM_UP = 20;
  private static final ModelCheck MODELS = new ModelCheck();

  private ResponseFuzzer() {}

  /** Loads all classes, which would count as time of the first input. */
  public static void fuzzerInitialize() {
    ByteBuffer seeds = ByteBuffer.allocate(2 * Long.BYTES).put(0, FuzzInput.TREE);
    for (int seed = 0; seed < WARM_UP; seed++) {
      fuzzerTestOneInput(seeds.putInt(1 + Integer.BYTES, seed).array());
    }
  }

  /**
   * Ends normally if the client does with the input what it should.
   *
   * @throws Finding if it does not
   */
  public static void fuzzerTestOneInput(byte[] input) {
    Optional<String> text = FuzzInput.text(input);
    if (text.isPresent()) {
      MODELS.check(text.get());
      ValueCheck.check(text.get());
    } else {
      MODELS.checkThatItEnds(input);
    }
  }
}
