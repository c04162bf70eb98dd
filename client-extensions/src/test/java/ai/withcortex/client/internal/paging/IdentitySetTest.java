package ai.withcortex.client.internal.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

final class IdentitySetTest {
  private final MessageDigest digest = Identity.newDigest();
  private final IdentitySet set = new IdentitySet();

  @Test
  void knowsWhatWasAdded() {
    for (int i = 0; i < 100_000; i++) {
      assertFalse(set.contains(Identity.of("run_" + i, digest)));
      assertTrue(set.add(Identity.of("run_" + i, digest)));
      assertFalse(set.add(Identity.of("run_" + i, digest)));
    }
    assertEquals(100_000, set.size());
    assertTrue(set.contains(Identity.of("run_0", digest)));
  }

  @Test
  void tellsApartWhatFallsIntoOneSlot() {
    for (int low = 0; low < 1000; low++) {
      assertTrue(set.add(new Identity(1, low)));
    }
    assertFalse(set.contains(new Identity(1, 1000)));
    assertFalse(set.contains(new Identity(1 + (1L << 40), 0)));
  }

  @Test
  void takesAtMost48BytesForEach() {
    for (int i = 1; i < 1_000_000; i++) {
      set.add(Identity.of("run_" + i, digest));
      long perEntry = set.bytes() / i;
      assertTrue(i < 50 || perEntry <= 48, () -> perEntry + " bytes");
    }
  }
}
