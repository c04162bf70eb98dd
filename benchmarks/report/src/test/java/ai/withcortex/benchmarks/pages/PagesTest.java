package ai.withcortex.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.spec.SpecValidator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks that pages are suitable for benchmarks: valid, repeatable, and different for each seed.
 */
final class PagesTest {
  @ParameterizedTest
  @EnumSource
  void areValidBySpec(Pages pages) {
    SpecValidator spec = SpecValidator.load();
    for (long seed = 1; seed <= 3; seed++) {
      String page = new String(pages.bytes(seed), UTF_8);
      assertEquals(List.of(), spec.errorsInArray("Run", page), pages + " of seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areTheSameForTheSameSeed(Pages pages) {
    assertArrayEquals(pages.bytes(7), pages.bytes(7));
    assertFalse(Arrays.equals(pages.bytes(7), pages.bytes(8)));
  }

  @Test
  void haveTheSizesThatAreMeasured() {
    assertSize(Pages.FULL, 1_300_000);
    assertSize(Pages.SLIM, 600_000);
  }

  private static void assertSize(Pages pages, int usual) {
    long sum = 0;
    for (long seed = 1; seed <= 20; seed++) {
      sum += pages.bytes(seed).length;
    }
    long mean = sum / 20;
    assertTrue(mean > usual * 0.9 && mean < usual * 1.1, pages + " have " + mean + " bytes");
  }
}
