package ai.withcortex.codegen.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class JavadocTest {
  /** The compiler finds block tags even in code. */
  @Test
  void codeHasNoBlockTags() {
    assertEquals(
        "/**\n * See \n * &#64;deprecated a\n */", Javadoc.of("See `\n@deprecated a`").toString());
    assertEquals("/**\n * {@code @deprecated a}\n */", Javadoc.of("`@deprecated a`").toString());
  }
}
