package ai.withcortex.testing.server;

import ai.withcortex.core.parameter.OptionalParameter;
import ai.withcortex.model.ValidationError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Validates query parameters against the spec and collects one validation error for each invalid
 * parameter.
 */
public final class QueryValidator {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,100}");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][-+]?[0-9]{1,3})?");
  private static final int LONGEST_QUOTE = 40;

  private final SandboxRequest request;
  private final List<ValidationError> errors = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();

  /** Creates a validator that has no errors yet. */
  public QueryValidator(SandboxRequest request) {
    this.request = request;
  }

  /** Returns the errors found so far. */
  public List<ValidationError> errors() {
    return errors;
  }

  /**
   * Validates a parameter against the spec.
   *
   * @param least a minimum that overrides the one in the spec, or null to use the one in the spec
   */
  public void check(OptionalParameter<?> parameter, @Nullable BigDecimal least) {
    String name = parameter.name();
    if (parameter.isHeader() || !isWellFormed(name)) {
      return;
    }
    List<String> values = request.parameters(name);
    Character separator = parameter.separator();
    if (values.size() > 1 && (separator != null || !parameter.isList())) {
      addError(name, "single", "invalid_type", "Expected one value, received " + values.size());
      return;
    }
    for (String value : values) {
      String quoted = separator == null ? "" : Pattern.quote(separator.toString());
      for (String part : separator == null ? new String[] {value} : value.split(quoted, -1)) {
        checkValue(parameter, least, part);
      }
    }
  }

  /**
   * Validates the parameters of an operation that is not a list, and reports malformed ones.
   *
   * @return whether all parts are to be included in the response
   */
  public boolean checkAll(List<? extends OptionalParameter<?>> parameters) {
    parameters.forEach(parameter -> check(parameter, null));
    requireWellFormed();
    return isVerbose();
  }

  /** Returns whether all parts are to be included in the response. */
  public boolean isVerbose() {
    return !value("verbose", "").isEmpty();
  }

  private void checkValue(
      OptionalParameter<?> parameter, @Nullable BigDecimal least, String value) {
    if (parameter.kind() != OptionalParameter.Kind.TEXT) {
      checkNumber(parameter, least == null ? parameter.minimum() : least, value);
    } else if (!parameter.choices().isEmpty()) {
      requireKnown(parameter.name(), value, parameter.choices());
    }
  }

  private void checkNumber(
      OptionalParameter<?> parameter, @Nullable BigDecimal least, String value) {
    boolean isInteger = parameter.kind() == OptionalParameter.Kind.INTEGER;
    String name = parameter.name();
    if (!(isInteger ? INTEGER : NUMBER).matcher(value).matches()) {
      String expected = isInteger ? "an integer" : "a number";
      addError(
          name,
          "number",
          "invalid_type",
          "Expected " + expected + ", received '" + quote(value) + "'");
      return;
    }
    BigDecimal number = new BigDecimal(value);
    BigDecimal maximum = parameter.maximum();
    if (least != null && number.compareTo(least) < 0) {
      addError(name, "number", "too_small", "Number must be greater than or equal to " + least);
    } else if (maximum != null && number.compareTo(maximum) > 0) {
      addError(name, "number", "too_big", "Number must be less than or equal to " + maximum);
    }
  }

  /** Returns the first value of a validated parameter. */
  public String value(String name, String absent) {
    List<String> values = request.parameters(name);
    return values.isEmpty() ? absent : values.get(0);
  }

  /**
   * Returns the first value of a validated parameter as a 32-bit integer. The result is meaningless
   * if the value is invalid.
   */
  public int integer(String name, int absent) {
    return wrong.contains(name) ? absent : Integer.parseInt(value(name, String.valueOf(absent)));
  }

  /** Reports malformed parameters that are not in the spec. */
  public void requireWellFormed() {
    request.malformed().forEach(this::isWellFormed);
  }

  private boolean isWellFormed(String name) {
    boolean isMalformed = request.malformed().contains(name);
    if (isMalformed) {
      addError(name, "encoding", "invalid_string", "Expected percent-encoded UTF-8");
    }
    return !isMalformed;
  }

  private void requireKnown(String name, String value, List<String> known) {
    if (!known.contains(value)) {
      String expected = "'" + String.join("' | '", known) + "'";
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
