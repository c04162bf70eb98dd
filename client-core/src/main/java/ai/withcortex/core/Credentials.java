package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.call.Interrupts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The source of the API key: a fixed key or a supplier. A client has one for all its calls; a
 * workflow or a single call can have its own, for example if one client serves many tenants.
 *
 * <pre>{@code
 * Credentials tenant = Credentials.of(key);
 * WorkflowHandle workflow = cortex.workflow("app_1", "work_1").withCredentials(tenant);
 * }</pre>
 *
 * <p>Immutable. Neither {@code toString()} nor any message or event contains the key.
 */
public final class Credentials {
  /**
   * Returns credentials with a fixed API key.
   *
   * @throws IllegalArgumentException if the key cannot be sent, for example because it is blank or
   *     starts with {@code Bearer}; the message never quotes the key
   */
  public static Credentials of(String apiKey) {
    return fixed(requireNonNull(apiKey, "apiKey == null")).check();
  }

  /** Returns credentials that ask a supplier for the API key of each attempt. */
  public static Credentials from(CredentialsSupplier supplier) {
    return new Credentials(requireNonNull(supplier, "supplier == null"), null);
  }

  static Credentials fixed(String apiKey) {
    return new Credentials(() -> apiKey, apiKey);
  }

  /** Authentication schemes are case-insensitive (RFC 9110, section 11.1). */
  private static final String SCHEME = "Bearer ";

  private final CredentialsSupplier supplier;
  private final @Nullable String fixedKey;

  private Credentials(CredentialsSupplier supplier, @Nullable String fixedKey) {
    this.supplier = supplier;
    this.fixedKey = fixedKey;
  }

  /** Checks a fixed key before the first attempt. */
  Credentials check() {
    if (fixedKey != null) {
      checked(fixedKey);
    }
    return this;
  }

  /** Returns whether a later request for the key may return a different key. */
  boolean mayChange() {
    return fixedKey == null;
  }

  /** Asks for a key now, and returns credentials that give the same answer on every thread. */
  Credentials asked() {
    try {
      String key = supplier.apiKey();
      return from(() -> key);
    } catch (Throwable e) {
      // User code may throw anything: Kotlin has no checked exceptions.
      Throwable failure = interruption(e);
      return from(() -> Credentials.<RuntimeException>rethrow(failure));
    }
  }

  /**
   * Returns the failure of a supplier, or an InterruptedException if this thread was interrupted: a
   * supplier may report an interrupt in its own words, and another thread may handle the failure.
   */
  private static Throwable interruption(Throwable failure) {
    if (Interrupts.areReportedBy(failure)) {
      Thread.currentThread().interrupt();
    }
    return Thread.currentThread().isInterrupted()
        ? new InterruptedException().initCause(failure)
        : failure;
  }

  @SuppressWarnings("unchecked") // Throws any exception as if it were unchecked.
  private static <E extends Throwable> String rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /**
   * Returns whether {@link #next} returns a key; asks for it if it may change. Does not interrupt
   * this thread.
   */
  boolean isUsable() {
    try {
      checked(supplier.apiKey());
      return true;
    } catch (Throwable e) {
      // User code may throw anything; whoever uses the credentials reports it.
      return false;
    }
  }

  String next() throws UnavailableException {
    if (fixedKey != null) {
      return fixedKey;
    }
    String key;
    try {
      key = supplier.apiKey();
    } catch (Exception e) {
      if (Interrupts.areReportedBy(e)) {
        Thread.currentThread().interrupt();
      }
      // Exceptions from user code must not end one of OkHttp's threads.
      throw new UnavailableException(
          "the credentials supplier failed with " + e.getClass().getSimpleName(), e);
    }
    try {
      return checked(key);
    } catch (IllegalArgumentException e) {
      throw new UnavailableException(
          "the credentials supplier returned no usable key. " + e.getMessage(), null);
    }
  }

  /** Checks that a key can be sent in a header. Messages never quote the key. */
  private static String checked(@Nullable String apiKey) {
    if (apiKey == null) {
      throw new IllegalArgumentException(
          "Expected an API key, found none; set one with apiKey(…).");
    }
    int length = apiKey.length();
    if (isBlank(apiKey)) {
      throw new IllegalArgumentException(
          "Expected an API key, found "
              + (length == 0 ? "an empty string" : "only whitespace")
              + "; check where the key comes from.");
    }
    if (isSpace(apiKey.charAt(0)) || isSpace(apiKey.charAt(length - 1))) {
      throw new IllegalArgumentException(
          "Expected an API key without surrounding whitespace, found some at the "
              + (isSpace(apiKey.charAt(0)) ? "start" : "end")
              + "; trim the key (a pasted key or a file often ends with a line break).");
    }
    if (apiKey.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new IllegalArgumentException(
          "Expected only an API key, found \"Bearer \" in front of it; leave it out, because the"
              + " client adds it to every request.");
    }
    for (int i = 0; i < length; i++) {
      char c = apiKey.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            String.format(
                "Expected an API key of printable ASCII characters, found U+%04X at index %d;"
                    + " copy the key again.",
                (int) c, i));
      }
    }
    return apiKey;
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Returns text that says where the key comes from, but does not contain it. */
  @Override
  public String toString() {
    return "Credentials{" + (fixedKey == null ? "supplier" : "fixed key") + "}";
  }

  /** Carries the reason for a missing API key out of OkHttp. */
  static final class UnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    UnavailableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
