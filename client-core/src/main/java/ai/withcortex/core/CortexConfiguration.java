package ai.withcortex.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is and how to reach it: one checked, immutable value.
 *
 * <pre>{@code
 * CortexConfiguration configuration =
 *     CortexConfiguration.builder()
 *         .fromEnvironment()
 *         .baseUrl("https://gateway.example/cortex")
 *         .build();
 * }</pre>
 */
public final class CortexConfiguration {
  /** Starts a configuration that points to {@code https://api.withcortex.ai} and has no API key. */
  public static Builder builder() {
    return new Builder();
  }

  private final String baseUrl;
  private final Credentials credentials;
  private final @Nullable OkHttpClient okHttpClient;
  private final boolean plainHttpAllowed;
  private final Timeouts timeouts;
  private final RetryPolicy retryPolicy;
  private final BodyLimits bodyLimits;
  private final boolean failOnDrift;
  private final List<CortexListener> listeners;

  CortexConfiguration(ConfigurationOptions<?> options) {
    baseUrl = options.checkedBaseUrl();
    credentials = options.checkedCredentials();
    okHttpClient = options.okHttpClient;
    plainHttpAllowed = options.plainHttpAllowed;
    timeouts = options.timeouts.check();
    retryPolicy = options.retryPolicy;
    bodyLimits = options.bodyLimits;
    failOnDrift = options.failOnDrift;
    listeners = Collections.unmodifiableList(new ArrayList<>(options.listeners));
  }

  /** The root of the API as it was given: absolute, without user information, query or fragment. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The user's own client to derive from, or null when the SDK makes one. */
  public @Nullable OkHttpClient okHttpClient() {
    return okHttpClient;
  }

  /** How calls are repeated. */
  public RetryPolicy retryPolicy() {
    return retryPolicy;
  }

  /** How many bytes of an answer are read at most, counted after decompression. */
  public long bodyLimit() {
    return bodyLimits.bytes;
  }

  /** How many levels of arrays and objects an answer may have. */
  public int nestingLimit() {
    return bodyLimits.levels;
  }

  /** Whether an answer that differs from the spec in any way is an error. */
  public boolean failOnDrift() {
    return failOnDrift;
  }

  /** Starts a configuration with the values of this one, the API key included. */
  public Builder toBuilder() {
    return new Builder().copy(this);
  }

  /** Names the base URL and never the API key. */
  @Override
  public String toString() {
    return "CortexConfiguration{baseUrl=" + baseUrl + "}";
  }

  Credentials credentials() {
    return credentials;
  }

  boolean plainHttpAllowed() {
    return plainHttpAllowed;
  }

  List<CortexListener> listeners() {
    return listeners;
  }

  BodyLimits bodyLimits() {
    return bodyLimits;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  /** Makes a {@link CortexConfiguration}. Not thread-safe. */
  public static final class Builder extends ConfigurationOptions<Builder> {
    private Builder() {}

    /**
     * Checks the options and makes the configuration.
     *
     * @throws IllegalArgumentException if a value is missing or cannot be used; the message says
     *     which and why, and never quotes the API key
     */
    public CortexConfiguration build() {
      return configuration();
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
