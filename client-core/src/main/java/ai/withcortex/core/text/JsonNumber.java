package ai.withcortex.core.text;

import java.math.BigDecimal;

/**
 * Parses numbers from their JSON text. Every error is an IllegalArgumentException whose message
 * does not contain the number.
 *
 * <p>Parsing is cheap for any text: the number of digits is limited, and exponents are compared
 * before anything is expanded. (BigDecimal's own exact conversions are not safe on every Android
 * version: they would write out 1e999999999.)
 */
public final class JsonNumber {
  /** Limited because parsing time grows with the square of the number of digits. */
  static final int MAX_LENGTH = 1000;

  private static final int MAX_LONG_DIGITS = 19;

  /** The maximum length at which digits with an optional sign are always in range. */
  private static final int SAFE_LONG_LENGTH = 18;

  private JsonNumber() {}

  public static int toInt(String text) {
    long value = toLong(text, "a 32-bit integer");
    if (value != (int) value) {
      throw outOfRange("a 32-bit integer");
    }
    return (int) value;
  }

  public static long toLong(String text) {
    return toLong(text, "a 64-bit integer");
  }

  private static long toLong(String text, String expected) {
    if (text.length() <= SAFE_LONG_LENGTH && isDigits(text)) {
      return Long.parseLong(text);
    }
    BigDecimal number = toBigDecimal(text);
    if (number.signum() == 0) {
      return 0;
    }
    long integerDigits = (long) number.precision() - number.scale();
    if (integerDigits > MAX_LONG_DIGITS) {
      throw outOfRange(expected);
    }
    if (integerDigits <= 0 || number.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("Expected an integer but found a number with a fraction");
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw outOfRange(expected);
    }
  }

  private static boolean isDigits(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Keeps the digits and the scale: 1.50 stays 1.50. */
  public static BigDecimal toBigDecimal(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Expected a number of at most " + MAX_LENGTH + " characters but found " + text.length());
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException withTheNumberInItsMessage) {
      throw outOfRange("a BigDecimal");
    }
  }

  /** Returns the double closest to the number. */
  public static double toDouble(String text) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      throw outOfRange("a double");
    }
    return value;
  }

  /** Returns the float closest to the number. */
  public static float toFloat(String text) {
    float value = Float.parseFloat(text);
    if (Float.isInfinite(value) || Float.isNaN(value)) {
      throw outOfRange("a float");
    }
    return value;
  }

  /** Rejects NaN and infinities, which JSON cannot represent. */
  public static double requireFinite(double value) {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      throw new IllegalArgumentException("Expected a finite number but found " + value);
    }
    return value;
  }

  private static IllegalArgumentException outOfRange(String expected) {
    return new IllegalArgumentException(
        "Expected " + expected + " but found a number out of range");
  }
}
