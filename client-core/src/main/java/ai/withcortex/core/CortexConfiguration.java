package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is and how to reach it: one checked, immutable value.
 *
 * <pre>{@code
 * CortexConfiguration configuration =
 *     CortexConfiguration.builder()
 *         .apiKey(System.getenv("CORTEX_API_KEY"))
 *         .baseUrl("https://gateway.example/cortex")
 *         .build();
 * }</pre>
 */
public final class CortexConfiguration {
  private static final String DEFAULT_BASE_URL = "https://api.withcortex.ai";

  /** Starts a configuration that points to {@code https://api.withcortex.ai} and has no API key. */
  public static Builder builder() {
    return new Builder();
  }

  private final String baseUrl;
  private final String apiKey;
  private final @Nullable OkHttpClient okHttpClient;

  private CortexConfiguration(String baseUrl, String apiKey, @Nullable OkHttpClient okHttpClient) {
    this.baseUrl = baseUrl;
    this.apiKey = apiKey;
    this.okHttpClient = okHttpClient;
  }

  /** The root of the API as it was given: absolute, without user information, query or fragment. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The user's own client to derive from, or null when the SDK makes one. */
  public @Nullable OkHttpClient okHttpClient() {
    return okHttpClient;
  }

  /** Starts a configuration with the values of this one, the API key included. */
  public Builder toBuilder() {
    Builder builder = new Builder().baseUrl(baseUrl).apiKey(apiKey);
    return okHttpClient == null ? builder : builder.okHttpClient(okHttpClient);
  }

  /** Names the base URL and never the API key. */
  @Override
  public String toString() {
    return "CortexConfiguration{baseUrl=" + baseUrl + "}";
  }

  String apiKey() {
    return apiKey;
  }

  /** Makes a {@link CortexConfiguration}. Not thread-safe. */
  public static final class Builder extends Options<Builder> {
    private Builder() {}

    /**
     * Checks the options and makes the configuration.
     *
     * @throws IllegalArgumentException if the API key or the base URL cannot be used; the message
     *     says why and never quotes the key
     */
    public CortexConfiguration build() {
      return configuration();
    }

    @Override
    protected Builder self() {
      return this;
    }
  }

  /**
   * The options of a configuration, for this class's builder and for every builder that wants them.
   *
   * @param <B> the builder that the options return, so that calls chain
   */
  public abstract static class Options<B extends Options<B>> {
    private String baseUrl = DEFAULT_BASE_URL;
    private @Nullable String apiKey;
    private @Nullable OkHttpClient okHttpClient;

    /** Starts with the default base URL and no API key. */
    protected Options() {}

    /** Sets the API key, which is sent to the base URL's scheme, host and port only. Required. */
    public final B apiKey(String apiKey) {
      this.apiKey =
          requireNonNull(
              apiKey, "apiKey == null; is the environment variable or property it comes from set?");
      return self();
    }

    /**
     * Sets the root of the API, with or without a path prefix and a trailing slash.
     *
     * <p>It has to be {@code https}; {@code http} is for a server on this machine only.
     */
    public final B baseUrl(String baseUrl) {
      this.baseUrl = requireNonNull(baseUrl, "baseUrl == null");
      return self();
    }

    /**
     * Sets the client whose pool, dispatcher, timeouts, proxy and interceptors the calls use.
     *
     * <p>It stays the caller's: closing the SDK does not close it. Redirects between {@code https}
     * and {@code http} are not followed whatever it says.
     */
    public final B okHttpClient(OkHttpClient okHttpClient) {
      this.okHttpClient = requireNonNull(okHttpClient, "okHttpClient == null");
      return self();
    }

    /** This builder, as its own type. */
    protected abstract B self();

    /**
     * Checks the options and makes the configuration.
     *
     * @throws IllegalArgumentException if the API key or the base URL cannot be used
     */
    protected final CortexConfiguration configuration() {
      return new CortexConfiguration(
          BaseUrlRule.check(baseUrl), ApiKeyRule.check(apiKey), okHttpClient);
    }
  }
}
