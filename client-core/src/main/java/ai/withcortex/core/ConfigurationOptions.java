package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.CortexTimeoutException.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link CortexConfiguration}, for its builder and for every other that wants
 * them.
 *
 * <p>An option that is set counts before the environment (see {@link #fromEnvironment()}), and that
 * before the default, in whatever order the methods are called. Not thread-safe.
 *
 * @param <B> the builder that the options return, so that calls chain
 */
public abstract class ConfigurationOptions<B extends ConfigurationOptions<B>> {
  private static final String DEFAULT_BASE_URL = "https://api.withcortex.ai";

  private @Nullable String baseUrl;
  private @Nullable Credentials credentials;
  @Nullable OkHttpClient okHttpClient;
  boolean plainHttpAllowed;
  Timeouts timeouts = Timeouts.DEFAULT;
  RetryPolicy retryPolicy = RetryPolicy.standard();
  BodyLimits bodyLimits = BodyLimits.DEFAULT;
  boolean failOnDrift;
  final List<CortexListener> listeners = new ArrayList<>();
  private @Nullable Function<String, @Nullable String> environment;

  /** Starts with the defaults and no API key. */
  protected ConfigurationOptions() {}

  /**
   * Sets the API key, which is sent to the base URL's scheme, host and port only.
   *
   * <p>This or {@link #credentials} is required; what is set last counts.
   */
  public final B apiKey(String apiKey) {
    credentials =
        Credentials.fixed(
            requireNonNull(
                apiKey,
                "apiKey == null; is the environment variable or property it comes from set?"));
    return self();
  }

  /** Sets who is asked for the API key on every attempt, and once more after a 401. */
  public final B credentials(CredentialsSupplier supplier) {
    credentials = Credentials.from(requireNonNull(supplier, "supplier == null"));
    return self();
  }

  /**
   * Sets the root of the API, with or without a path prefix and a trailing slash.
   *
   * <p>It has to be {@code https}; {@code http} is for a server on this machine only, unless {@link
   * #allowPlainHttp} is called. The default is {@code https://api.withcortex.ai}.
   */
  public final B baseUrl(String baseUrl) {
    this.baseUrl = requireNonNull(baseUrl, "baseUrl == null");
    return self();
  }

  /** Lets the base URL be {@code http} to any host, which shows the API key to the network. */
  public final B allowPlainHttp() {
    plainHttpAllowed = true;
    return self();
  }

  /**
   * Takes the API key from the variable {@code CORTEX_API_KEY} and the base URL from {@code
   * CORTEX_BASE_URL} where they are not set here.
   *
   * <p>The variables are read when the configuration is made. An empty one counts as absent.
   */
  public final B fromEnvironment() {
    return fromEnvironment(System::getenv);
  }

  /** The same with variables that are not the process's. */
  final B fromEnvironment(Function<String, @Nullable String> variables) {
    environment = variables;
    return self();
  }

  /**
   * Sets the client whose pool, dispatcher, timeouts, proxy and interceptors the calls use.
   *
   * <p>It stays the caller's: closing the SDK does not close it. Timeouts that are set here count
   * before its own. Redirects between {@code https} and {@code http} are not followed whatever it
   * says. Its dispatcher's threads are the caller's too; OkHttp's default ones keep a program alive
   * for a minute after an asynchronous call.
   */
  public final B okHttpClient(OkHttpClient okHttpClient) {
    this.okHttpClient = requireNonNull(okHttpClient, "okHttpClient == null");
    return self();
  }

  /** Sets how long connecting may take, TLS included; at least 1 ms. The default is 10 s. */
  public final B connectTimeout(Duration connectTimeout) {
    timeouts = timeouts.with(Limit.CONNECT, connectTimeout);
    return self();
  }

  /** Sets how long nothing may arrive; at least 1 ms. The default is 30 s. */
  public final B readTimeout(Duration readTimeout) {
    timeouts = timeouts.with(Limit.READ, readTimeout);
    return self();
  }

  /** Sets how long nothing can be sent; at least 1 ms. The default is 30 s. */
  public final B writeTimeout(Duration writeTimeout) {
    timeouts = timeouts.with(Limit.WRITE, writeTimeout);
    return self();
  }

  /**
   * Sets how long one attempt may take, from connecting to the end of the body; at least 1 ms.
   *
   * <p>The default is 60 s, or the total limit if that is shorter, or the call timeout of the
   * user's client if that has one.
   */
  public final B attemptTimeout(Duration attemptTimeout) {
    timeouts = timeouts.with(Limit.ATTEMPT, attemptTimeout);
    return self();
  }

  /**
   * Sets how long a call may take with all its attempts and the delays between them.
   *
   * <p>Each attempt has at most what is left of it. At least 1 ms; the default is 5 minutes.
   */
  public final B totalTimeout(Duration totalTimeout) {
    timeouts = timeouts.with(Limit.TOTAL, totalTimeout);
    return self();
  }

  /** Sets how calls are repeated; {@link RetryPolicy#standard()} is the default. */
  public final B retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = requireNonNull(retryPolicy, "retryPolicy == null");
    return self();
  }

  /** Sets how many bytes of an answer are read, counted after decompression; 64 MiB by default. */
  public final B bodyLimit(long bytes) {
    bodyLimits = bodyLimits.withBytes(bytes);
    return self();
  }

  /**
   * Sets how many levels of arrays and objects an answer may have, from 1 to 255, which is the
   * default; a page of runs has about 20, and more where inputs and outputs nest deep.
   */
  public final B nestingLimit(int levels) {
    bodyLimits = bodyLimits.withLevels(levels);
    return self();
  }

  /**
   * Makes it an error if an answer differs from the spec in any way: a property, an enum value or a
   * kind of step that the spec does not list, an optional property of another kind. For tests and
   * CI; in production an API that grows would break its callers. By default nothing of it is an
   * error, and all of it is counted.
   *
   * <p>The error is a {@link CortexDataException} with the JSON path of the first deviation. In a
   * walk it concerns the run that has it.
   */
  public final B failOnDrift() {
    failOnDrift = true;
    return self();
  }

  /** Adds a listener; it hears of every call, after those that were added before. */
  public final B addListener(CortexListener listener) {
    listeners.add(requireNonNull(listener, "listener == null"));
    return self();
  }

  /** This builder, as its own type. */
  protected abstract B self();

  /**
   * Checks the options and makes the configuration.
   *
   * @throws IllegalArgumentException if a value is missing or cannot be used; the message says
   *     which and why, and never quotes the API key
   */
  protected final CortexConfiguration configuration() {
    return new CortexConfiguration(this);
  }

  final B copy(CortexConfiguration from) {
    baseUrl = from.baseUrl();
    credentials = from.credentials();
    okHttpClient = from.okHttpClient();
    plainHttpAllowed = from.plainHttpAllowed();
    timeouts = from.timeouts();
    retryPolicy = from.retryPolicy();
    bodyLimits = from.bodyLimits();
    failOnDrift = from.failOnDrift();
    listeners.addAll(from.listeners());
    return self();
  }

  final String checkedBaseUrl() {
    String variable = variable("CORTEX_BASE_URL");
    String url = baseUrl != null ? baseUrl : variable != null ? variable : DEFAULT_BASE_URL;
    return BaseUrlRule.check(url, plainHttpAllowed);
  }

  final Credentials checkedCredentials() {
    if (credentials != null) {
      return credentials.check();
    }
    String variable = variable("CORTEX_API_KEY");
    if (variable != null) {
      return Credentials.fixed(variable).check();
    }
    throw new IllegalArgumentException(
        environment == null
            ? "Expected an API key, found none; give it with apiKey(…)."
            : "Expected an API key, found none; set CORTEX_API_KEY or give it with apiKey(…).");
  }

  private @Nullable String variable(String name) {
    String value = environment == null ? null : environment.apply(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
