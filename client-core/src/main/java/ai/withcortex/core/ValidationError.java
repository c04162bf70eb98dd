package ai.withcortex.core;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that the API found wrong with a request; what it did not say is null or empty. */
public final class ValidationError implements Serializable {
  private static final long serialVersionUID = 1;

  private final @Nullable String validation;
  private final @Nullable String code;
  private final @Nullable String message;
  private final List<String> path;

  ValidationError(
      @Nullable String validation,
      @Nullable String code,
      @Nullable String message,
      List<String> path) {
    this.validation = validation;
    this.code = code;
    this.message = message;
    this.path = path;
  }

  /** The rule that was broken, such as {@code uuid}. */
  public @Nullable String validation() {
    return validation;
  }

  /** The kind of error, such as {@code invalid_string}. */
  public @Nullable String code() {
    return code;
  }

  /** The error in words. */
  public @Nullable String message() {
    return message;
  }

  /** Where in the request it is, from the outside in; unmodifiable. */
  public List<String> path() {
    return path;
  }

  /** The path and the message, such as {@code status: not one of RUNNING, FAILED}. */
  @Override
  public String toString() {
    String words = message != null ? message : code != null ? code : "invalid";
    return path.isEmpty() ? words : String.join(".", path) + ": " + words;
  }
}
