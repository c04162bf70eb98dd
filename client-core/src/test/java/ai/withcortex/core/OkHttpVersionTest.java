package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import okhttp3.OkHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-mutation")
final class OkHttpVersionTest {
  /**
   * By reflection, since the compiler would copy the constant from the version it compiles with.
   */
  @Test
  void theClassPathHasTheOkHttpThatTheBuildNames() throws Exception {
    assertEquals(System.getProperty("okhttp.version"), OkHttp.class.getField("VERSION").get(null));
  }
}
