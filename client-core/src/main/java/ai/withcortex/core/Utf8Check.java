package ai.withcortex.core;

/**
 * Follows UTF-8 byte by byte (RFC 3629), since Okio reads what is none as replacement characters.
 */
final class Utf8Check {
  private int missing;
  private int lowest = 0x80;
  private int highest = 0xBF;

  /** Takes the next byte; false if no UTF-8 text has it there. */
  boolean accepts(byte next) {
    int b = next & 0xFF;
    if (missing == 0) {
      return b < 0x80 || startsCharacter(b);
    }
    if (b < lowest || b > highest) {
      return false;
    }
    missing--;
    lowest = 0x80;
    highest = 0xBF;
    return true;
  }

  /**
   * Only the second byte has bounds of its own: no overlong forms, surrogates or beyond U+10FFFF.
   */
  private boolean startsCharacter(int b) {
    missing = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    return missing > 0;
  }
}
