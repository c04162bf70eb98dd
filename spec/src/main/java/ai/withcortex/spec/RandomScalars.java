package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Text;
import java.util.List;

/** Generates random strings, numbers and timestamps. */
final class RandomScalars {
  private static final List<String> WORDS = List.of("a", "key", "~1", "a/b", "type", "id", "naïve");
  private static final List<String> INTEGERS_OF_32 =
      List.of("0", "1", "-1", "10", "2147483647", "-2147483648");
  private static final List<String> INTEGERS_IN_DISGUISE = List.of("7.0", "1e3", "120E-1", "0e9");
  private static final List<String> INTEGERS_OF_64 =
      List.of("2147483648", "9223372036854775807", "-9223372036854775808", "9007199254740993");
  private static final List<String> REFUSED_INTEGERS =
      List.of(
          "1.5", "1e-1", "9223372036854775808", "-1e19", "1e400", "1E+999999999", "1e99999999999");
  private static final List<String> REFUSED_TIMES =
      List.of(
          "",
          "yesterday",
          "2023-13-01",
          "2023-02-29",
          "2023-12-25T10:11:12",
          "2023-12-25 10:11Z",
          "2023-12-25T24:00:00Z",
          "2023-12-25T10:11:12.1234567890Z",
          "12023-12-25",
          "2023-12-25Z",
          "0000-01-01T00:00:00+00:01",
          "9999-12-31T23:59:59-00:01");

  private final Chance chance;

  RandomScalars(Chance chance) {
    this.chance = chance;
  }

  /**
   * Returns random characters.
   *
   * @param surrogate the feature that a lone surrogate in this place stands for
   */
  String characters(Feature surrogate) {
    if (chance.percent(60)) {
      return chance.oneOf(WORDS);
    }
    StringBuilder text = new StringBuilder();
    for (int i = chance.below(8); i > 0; i--) {
      switch (chance.below(9)) {
        case 0 -> {
          if (chance.take(Feature.CONTROL_CHARACTER)) {
            text.append((char) chance.below(' '));
          }
        }
        case 1 -> {
          if (chance.take(Feature.SURROGATE_PAIR)) {
            text.appendCodePoint(0x10000 + chance.below(0x100000));
          }
        }
        case 2 -> {
          if (chance.take(surrogate, 50)) {
            text.append((char) (Character.MIN_SURROGATE + chance.below(0x800)));
          }
        }
        case 3 -> text.append((char) chance.below(Character.MIN_SURROGATE));
        case 4 ->
            text.append(
                chance.oneOf(List.of("\"", "\\", "/", "\u007f", "\u2028", "\ufeff", "\uffff")));
        default -> text.append((char) (' ' + chance.below(95)));
      }
    }
    return withoutChanceOfPairs(text.toString(), surrogate);
  }

  /**
   * Records the surrogate feature if a lone surrogate is left. Two halves that happen to be
   * adjacent form a pair, which may be written differently without loss.
   */
  private String withoutChanceOfPairs(String text, Feature surrogate) {
    boolean isLone = text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff);
    if (!isLone) {
      return text;
    }
    return chance.take(surrogate) ? text : "";
  }

  /** Returns a name, which may be empty. */
  String name(Feature surrogate) {
    if (chance.take(Feature.EMPTY_NAME, 4)) {
      return "";
    }
    return characters(surrogate);
  }

  /** Returns a number for a value without a type. */
  Digits freeNumber() {
    return new Digits(
        switch (chance.below(9)) {
          case 0 -> number(Feature.ZERO_FRACTION, "1.0");
          case 1 -> number(Feature.EXPONENT, chance.oneOf(List.of("1e3", "1E+3", "10e-01", "0e0")));
          case 2 -> number(Feature.HUGE_EXPONENT, chance.oneOf(List.of("1e400", "-1E99999999999")));
          case 3 -> number(Feature.FORTY_DIGITS, digits(40));
          case 4 -> number(Feature.NEGATIVE_ZERO, chance.oneOf(List.of("-0", "-0.0", "-0e-1")));
          case 5 ->
              chance.percent(10)
                  ? number(Feature.THOUSAND_DIGITS, digits(1_000 + chance.below(500)))
                  : "0.10";
          default -> Integer.toString(chance.random.nextInt());
        });
  }

  Digits whole(int bits) {
    if (chance.percent(5)) {
      return new Digits(chance.take(Feature.TYPED_NEGATIVE_ZERO) ? "-0" : "0");
    } else if (chance.take(Feature.INTEGER_IN_DISGUISE, 10)) {
      return new Digits(chance.oneOf(INTEGERS_IN_DISGUISE));
    } else if (bits == 64 && chance.percent(30)) {
      return new Digits(chance.oneOf(INTEGERS_OF_64));
    }
    return new Digits(
        chance.percent(30)
            ? chance.oneOf(INTEGERS_OF_32)
            : Integer.toString(chance.random.nextInt() >> chance.below(32)));
  }

  Digits decimal() {
    return new Digits(
        switch (chance.below(8)) {
          case 0 ->
              number(Feature.TYPED_NEGATIVE_ZERO, chance.oneOf(List.of("-0", "-0.00", "-0e7")));
          case 1 -> chance.oneOf(List.of("1e30", "1E-400", "12.50", "0e-999"));
          case 4 ->
              chance.take(Feature.TYPED_HUGE_EXPONENT)
                  ? chance.oneOf(List.of("1e400", "1E+2147483647", "-7e-2147483646"))
                  : "1";
          case 2 -> digits(40) + "." + digits(20);
          case 3 -> digits(SpecNumbers.LONGEST);
          default -> chance.below(1000) + "." + chance.below(100);
        });
  }

  /** Returns a number that the client does not accept as an integer. */
  Digits refusedInteger(int bits) {
    return new Digits(
        bits == 32 && chance.percent(30)
            ? chance.oneOf(INTEGERS_OF_64)
            : chance.oneOf(REFUSED_INTEGERS));
  }

  Digits refusedDecimal() {
    return new Digits(chance.percent(50) ? "1e99999999999" : digits(SpecNumbers.LONGEST + 1));
  }

  Text refusedTime() {
    return new Text(chance.oneOf(REFUSED_TIMES));
  }

  /** Returns a timestamp in one of its formats. */
  Text time() {
    String date =
        String.format(
            "%04d-%02d-%02d", chance.below(10_000), 1 + chance.below(12), 1 + chance.below(28));
    return new Text(
        switch (chance.below(6)) {
          case 0 -> time(Feature.BARE_DATE, date);
          case 1 -> time(Feature.OFFSET, "2024-02-29T23:30:00" + offset());
          case 2 -> time(Feature.NINE_FRACTION_DIGITS, date + "T10:11:12.120000009Z");
          case 3 -> time(Feature.LEAP_SECOND, "2016-12-31T23:59:60.5Z");
          case 4 -> date + "T00:00:0" + chance.below(10) + "." + chance.below(10_000) + "Z";
          default -> date + "T23:59:59" + (chance.take(Feature.LOWER_CASE_ZONE, 50) ? "z" : "Z");
        });
  }

  private String offset() {
    return String.format(
        "%s%02d:%02d", chance.percent(50) ? "+" : "-", chance.below(24), chance.below(60));
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder(count).append((char) ('1' + chance.below(9)));
    while (digits.length() < count) {
      digits.append((char) ('0' + chance.below(10)));
    }
    return digits.toString();
  }

  /** Returns the text, or a plain number if the feature is excluded. */
  private String number(Feature feature, String text) {
    return chance.take(feature) ? text : "12.50";
  }

  private String time(Feature feature, String text) {
    return chance.take(feature) ? text : "2024-02-29T12:00:00Z";
  }
}
