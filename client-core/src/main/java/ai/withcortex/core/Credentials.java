package ai.withcortex.core;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The source of the API key for each attempt: a fixed key or a supplier. */
final class Credentials {
  static Credentials fixed(String apiKey) {
    return new Credentials(() -> apiKey, apiKey);
  }

  static Credentials from(CredentialsSupplier supplier) {
    return new Credentials(supplier, null);
  }

  private final CredentialsSupplier supplier;
  private final @Nullable String fixedKey;

  private Credentials(CredentialsSupplier supplier, @Nullable String fixedKey) {
    this.supplier = supplier;
    this.fixedKey = fixedKey;
  }

  /** Checks a fixed key before the first attempt. */
  Credentials check() {
    if (fixedKey != null) {
      ApiKeyRule.check(fixedKey);
    }
    return this;
  }

  /** Returns whether a later request for the key may return another one. */
  boolean mayChange() {
    return fixedKey == null;
  }

  String next() throws CredentialsUnavailableException {
    if (fixedKey != null) {
      return fixedKey;
    }
    String key;
    try {
      key = supplier.apiKey();
    } catch (IOException | RuntimeException e) {
      // User code; its exceptions must not end one of OkHttp's threads.
      throw new CredentialsUnavailableException(
          "the credentials supplier failed with " + e.getClass().getSimpleName(), e);
    }
    try {
      return ApiKeyRule.check(key);
    } catch (IllegalArgumentException e) {
      throw new CredentialsUnavailableException(
          "the credentials supplier gave no usable key. " + e.getMessage(), null);
    }
  }
}
