package ai.withcortex.core;

/** Follows the brackets of a JSON text byte by byte; what stands in strings does not count. */
final class NestingCheck {
  private final int limit;
  private int depth;
  private boolean inString;
  private boolean afterBackslash;

  NestingCheck(int limit) {
    this.limit = limit;
  }

  /** Takes the next byte; false if it opens one level too many. */
  boolean accepts(byte next) {
    if (inString) {
      inString = afterBackslash || next != '"';
      afterBackslash = !afterBackslash && next == '\\';
      return true;
    }
    if (next == '"') {
      inString = true;
    } else if (next == '[' || next == '{') {
      depth++;
    } else if (next == ']' || next == '}') {
      depth--;
    }
    return depth <= limit;
  }
}
