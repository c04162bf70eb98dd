package ai.withcortex.testing;

import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.model.ValidationError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads query parameters and collects what is wrong, one error for each wrong parameter. */
final class ParameterReader {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,100}");
  private static final BigInteger GREATEST = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final int LONGEST_QUOTE = 40;

  private final QueryString query;
  private final List<ValidationError> errors = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();

  ParameterReader(QueryString query) {
    this.query = query;
  }

  List<ValidationError> errors() {
    return errors;
  }

  /** Whether the parameter came; each of its values must be a known one. */
  boolean choices(String name, List<? extends OpenEnum> known) {
    if (isWellFormed(name)) {
      for (String value : query.values(name)) {
        requireKnown(name, value, known);
      }
    }
    return !query.values(name).isEmpty();
  }

  /** The value of a parameter that must be a known one. */
  String choice(String name, List<? extends OpenEnum> known, String absent) {
    if (!isSingle(name)) {
      return absent;
    }
    String value = query.values(name).get(0);
    requireKnown(name, value, known);
    return value;
  }

  /** The value of a parameter that must be an integer of 32 bits, not below the least. */
  int integer(String name, int least, int absent) {
    if (!isSingle(name)) {
      return absent;
    }
    String value = query.values(name).get(0);
    if (!INTEGER.matcher(value).matches()) {
      addError(
          name, "number", "invalid_type", "Expected an integer, received '" + quote(value) + "'");
      return absent;
    }
    BigInteger number = new BigInteger(value);
    if (number.compareTo(BigInteger.valueOf(least)) < 0) {
      addError(name, "number", "too_small", "Number must be greater than or equal to " + least);
    } else if (number.compareTo(GREATEST) > 0) {
      addError(name, "number", "too_big", "Number must be less than or equal to " + GREATEST);
    }
    return number.intValue();
  }

  /** Reports the malformed parameters that nobody asked for. */
  void requireWellFormed() {
    query.malformed().forEach(this::isWellFormed);
  }

  /** Whether the parameter came, once, and can be read. */
  private boolean isSingle(String name) {
    int count = query.values(name).size();
    if (!isWellFormed(name)) {
      return false;
    }
    if (count > 1) {
      addError(name, "single", "invalid_type", "Expected one value, received " + count);
    }
    return count == 1;
  }

  private boolean isWellFormed(String name) {
    boolean isMalformed = query.malformed().contains(name);
    if (isMalformed) {
      addError(name, "encoding", "invalid_string", "Expected percent-encoded UTF-8");
    }
    return !isMalformed;
  }

  private void requireKnown(String name, String value, List<? extends OpenEnum> known) {
    if (known.stream().noneMatch(constant -> constant.value().equals(value))) {
      String expected =
          known.stream()
              .map(constant -> "'" + constant.value() + "'")
              .collect(Collectors.joining(" | "));
      addError(
          name,
          "enum",
          "invalid_enum_value",
          "Invalid enum value. Expected " + expected + ", received '" + quote(value) + "'");
    }
  }

  private void addError(String name, String validation, String code, String message) {
    if (wrong.add(name)) {
      errors.add(
          ValidationError.builder()
              .validation(validation)
              .code(code)
              .message(message)
              .path(Arrays.asList("query", name))
              .build());
    }
  }

  private static String quote(String value) {
    return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "...";
  }
}
