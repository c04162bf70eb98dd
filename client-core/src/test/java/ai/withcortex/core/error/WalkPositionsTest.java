package ai.withcortex.core.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exceptions of user code have the position of the walk that they ended last. */
final class WalkPositionsTest {
  private static final WalkPosition FIRST = new WalkPosition(1, 30, "text 1");
  private static final WalkPosition SECOND = new WalkPosition(2, 150, "text 2");

  /** Programs keep exceptions in constants. */
  @Test
  void anExceptionThatEndsManyWalksKeepsOnePosition() {
    RuntimeException shared = new RuntimeException("stop");
    RuntimeException other = new RuntimeException("other");
    shared.addSuppressed(other);
    WalkPositions.attach(shared, FIRST);
    WalkPositions.attach(new CompletionException(shared), SECOND);

    assertSame(SECOND, WalkPositions.of(shared));
    assertEquals(
        "[java.lang.RuntimeException: other, ai.withcortex.core.error.WalkStoppedException: The"
            + " walk stopped at page 2, 150 delivered; resume it from the checkpoint there]",
        Arrays.toString(shared.getSuppressed()));
  }

  @Test
  void exceptionsThatAreEqualHaveTheirOwnPositions() {
    Code first = new Code();
    Code second = new Code();
    WalkPositions.attach(first, FIRST);
    assertNull(WalkPositions.of(second));
    WalkPositions.attach(second, SECOND);

    assertSame(FIRST, WalkPositions.of(first));
    assertSame(SECOND, WalkPositions.of(second));
    WalkPositions.attach(first, SECOND);
    assertSame(SECOND, WalkPositions.of(first));
  }

  /** Keeps no suppressed exceptions. */
  private static final class Code extends RuntimeException {
    private static final long serialVersionUID = 1;

    Code() {
      super("code", null, false, false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Code;
    }

    @Override
    public int hashCode() {
      return 7;
    }
  }
}
