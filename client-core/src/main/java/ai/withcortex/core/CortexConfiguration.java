package ai.withcortex.core;

import ai.withcortex.core.body.BodyLimits;
import ai.withcortex.core.event.CortexListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The location of the API and the settings for calls to it. Immutable, and validated when it is
 * built.
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
  /** Returns a builder with the base URL {@code https://api.withcortex.ai} and no API key. */
  public static Builder builder() {
    return new Builder();
  }

  private final String baseUrl;
  private final Credentials credentials;
  private final @Nullable OkHttpClient okHttpClient;
  private final boolean plainHttpAllowed;
  private final Timeouts timeouts;
  private final RetryPolicy retryPolicy;
  private final double requestsPerSecond;
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
    requestsPerSecond = options.requestsPerSecond;
    bodyLimits = options.bodyLimits;
    failOnDrift = options.failOnDrift;
    listeners = Collections.unmodifiableList(new ArrayList<>(options.listeners));
  }

  /**
   * Returns the root URL of the API as configured. It is absolute and has no user information,
   * query or fragment.
   */
  public String baseUrl() {
    return baseUrl;
  }

  /** Returns the OkHttp client set by the caller, or null if the SDK creates its own. */
  public @Nullable OkHttpClient okHttpClient() {
    return okHttpClient;
  }

  /** Returns the rules for retrying calls. */
  public RetryPolicy retryPolicy() {
    return retryPolicy;
  }

  /** Returns the maximum size of a response body in bytes, after decompression. */
  public long bodyLimit() {
    return bodyLimits.bytes;
  }

  /** Returns the maximum nesting depth of arrays and objects in a response. */
  public int nestingLimit() {
    return bodyLimits.levels;
  }

  /** Returns whether any difference between a response and the spec is an error. */
  public boolean failOnDrift() {
    return failOnDrift;
  }

  /** Returns a builder with the values of this configuration, including the API key. */
  public Builder toBuilder() {
    return new Builder().copy(this);
  }

  /** Returns a string with the base URL, but never the API key. */
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

  /** Returns the rate limit, or 0 if there is none. */
  double requestsPerSecond() {
    return requestsPerSecond;
  }

  BodyLimits bodyLimits() {
    return bodyLimits;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  /** Builds a {@link CortexConfiguration}. Not thread-safe. */
  public static final class Builder extends ConfigurationOptions<Builder> {
    private Builder() {}

    /**
     * Validates the options and creates the configuration.
     *
     * @throws IllegalArgumentException if a value is missing or invalid; the message names the
     *     value and the problem, but never quotes the API key
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
