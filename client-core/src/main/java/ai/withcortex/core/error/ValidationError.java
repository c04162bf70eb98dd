package ai.withcortex.core.error;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that the API found in a request. Details that the API does not provide are null or
 * empty.
 */
public final class ValidationError implements Serializable {
  private static final long serialVersionUID = 1;

  private final @Nullable String validation;
  private final @Nullable String code;
  private final @Nullable String message;
  private final List<String> path;

  /** Creates an error with the given values; see the methods with the same names. */
  public ValidationError(
      @Nullable String validation,
      @Nullable String code,
      @Nullable String message,
      List<String> path) {
    this.validation = validation;
    this.code = code;
    this.message = message;
    this.path = Collections.unmodifiableList(new ArrayList<>(path));
  }

  /** Returns the violated rule, such as {@code uuid}. */
  public @Nullable String validation() {
    return validation;
  }

  /** Returns the kind of error, such as {@code invalid_string}. */
  public @Nullable String code() {
    return code;
  }

  /** Returns a description of the error. */
  public @Nullable String message() {
    return message;
  }

  /**
   * Returns the path to the problem in the request, from the outermost part inward. Unmodifiable.
   */
  public List<String> path() {
    return path;
  }

  /** Returns the path and the message, such as {@code status: not one of RUNNING, FAILED}. */
  @Override
  public String toString() {
    String words = message != null ? message : code != null ? code : "invalid";
    return path.isEmpty() ? words : String.join(".", path) + ": " + words;
  }
}
