package ai.withcortex.fuzz;

import org.jspecify.annotations.Nullable;

/** Something that the client should not do. */
final class Finding extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_TEXT = 2_000;

  Finding(String problem, String text, @Nullable Throwable cause) {
    super(problem + ", reading " + shortened(text), cause);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }
}
