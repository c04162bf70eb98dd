package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.body.BodyLimits;
import ai.withcortex.core.call.RateLimit;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.http.BaseUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link CortexConfiguration}, shared by its builder and other builders that offer
 * them.
 *
 * <p>Options set here take precedence over the environment (see {@link #fromEnvironment()}), which
 * takes precedence over the defaults, regardless of the order of the calls. Not thread-safe.
 *
 * @param <B> the type of the builder, which each method returns for chaining
 */
public abstract class ConfigurationOptions<B extends ConfigurationOptions<B>> {
  private static final String DEFAULT_BASE_URL = "https://api.withcortex.ai";

  private @Nullable String baseUrl;
  private @Nullable Credentials credentials;
  @Nullable OkHttpClient okHttpClient;
  boolean plainHttpAllowed;
  Timeouts timeouts = Timeouts.DEFAULT;
  RetryPolicy retryPolicy = RetryPolicy.standard();
  double requestsPerSecond;
  BodyLimits bodyLimits = BodyLimits.DEFAULT;
  boolean failOnDrift;
  final List<CortexListener> listeners = new ArrayList<>();
  private @Nullable Function<String, @Nullable String> environment;

  /** Creates a builder with the default options and no API key. */
  protected ConfigurationOptions() {}

  /**
   * Sets the API key, which is sent only to the scheme, host and port of the base URL.
   *
   * <p>Either this option or {@link #credentials} is required. If both are set, the last call wins.
   */
  public final B apiKey(String apiKey) {
    credentials =
        Credentials.fixed(
            requireNonNull(
                apiKey,
                "apiKey == null; is the environment variable or property it comes from set?"));
    return self();
  }

  /**
   * Sets the supplier of the API key, which is called for every attempt and once more after a 401.
   * {@link CredentialsSupplier} says on which thread.
   */
  public final B credentials(CredentialsSupplier supplier) {
    credentials = Credentials.from(requireNonNull(supplier, "supplier == null"));
    return self();
  }

  /**
   * Sets the root URL of the API, with or without a path prefix and a trailing slash.
   *
   * <p>The host can be anything that OkHttp accepts, including a name with an underscore, an
   * international name, or an address such as {@code 127.1}. The URL must use {@code https}; {@code
   * http} is allowed only for a server on this machine, unless {@link #allowPlainHttp} is called.
   * The default is {@code https://api.withcortex.ai}.
   */
  public final B baseUrl(String baseUrl) {
    this.baseUrl = requireNonNull(baseUrl, "baseUrl == null");
    return self();
  }

  /** Allows an {@code http} base URL with any host, which exposes the API key to the network. */
  public final B allowPlainHttp() {
    plainHttpAllowed = true;
    return self();
  }

  /**
   * Reads the API key from the environment variable {@code CORTEX_API_KEY} and the base URL from
   * {@code CORTEX_BASE_URL}, unless they are set here.
   *
   * <p>The variables are read when the configuration is built. An empty variable counts as unset.
   */
  public final B fromEnvironment() {
    return fromEnvironment(System::getenv);
  }

  /** Reads the API key and the base URL from the given variables instead of the environment. */
  final B fromEnvironment(Function<String, @Nullable String> variables) {
    environment = variables;
    return self();
  }

  /**
   * Sets the OkHttp client whose connection pool, dispatcher, timeouts, proxy and interceptors the
   * calls use.
   *
   * <p>Interceptors and event listeners run on the calling thread in blocking calls, and on the
   * threads of the dispatcher in asynchronous ones.
   *
   * <p>The caller keeps ownership of the client: closing the SDK does not close it. Timeouts set
   * here override those of the client. Redirects between {@code https} and {@code http} are never
   * followed, even if the client allows them. The client's cache is not used: every response comes
   * from the API, and a {@code Cache-Control} header tells caches on the way not to store it. The
   * caller also owns the threads of the dispatcher; OkHttp's default threads keep a program alive
   * for a minute after an asynchronous call.
   */
  public final B okHttpClient(OkHttpClient okHttpClient) {
    this.okHttpClient = requireNonNull(okHttpClient, "okHttpClient == null");
    return self();
  }

  /**
   * Sets the maximum time to establish a connection, at least 1 ms. The default is 10 s. During a
   * TLS handshake, the read timeout limits each wait for data.
   */
  public final B connectTimeout(Duration connectTimeout) {
    timeouts = timeouts.with(Limit.CONNECT, connectTimeout);
    return self();
  }

  /** Sets the maximum time to wait for more data to arrive, at least 1 ms. The default is 30 s. */
  public final B readTimeout(Duration readTimeout) {
    timeouts = timeouts.with(Limit.READ, readTimeout);
    return self();
  }

  /**
   * Sets the maximum time to wait until more data can be sent, at least 1 ms. The default is 30 s.
   */
  public final B writeTimeout(Duration writeTimeout) {
    timeouts = timeouts.with(Limit.WRITE, writeTimeout);
    return self();
  }

  /**
   * Sets the maximum duration of one attempt, from connecting to the end of the body; at least 1
   * ms. The time that a {@link CredentialsSupplier} takes counts only in blocking calls without a
   * rate limit; otherwise, the supplier is asked before the attempt starts.
   *
   * <p>The default is the call timeout of your own OkHttp client, if it has one; otherwise, 60 s or
   * the total timeout, whichever is shorter.
   */
  public final B attemptTimeout(Duration attemptTimeout) {
    timeouts = timeouts.with(Limit.ATTEMPT, attemptTimeout);
    return self();
  }

  /**
   * Sets the maximum duration of a call, including all attempts and the delays between them.
   *
   * <p>The minimum is 1 ms, and the default is 5 minutes. Each attempt is limited to the remaining
   * time.
   */
  public final B totalTimeout(Duration totalTimeout) {
    timeouts = timeouts.with(Limit.TOTAL, totalTimeout);
    return self();
  }

  /** Sets the rules for retries; {@link RetryPolicy#standard()} is the default. */
  public final B retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = requireNonNull(retryPolicy, "retryPolicy == null");
    return self();
  }

  /**
   * Limits how many requests are sent per second; by default, there is no limit.
   *
   * <p>The limit applies to all calls of the client together, including retries. Requests are sent
   * at even intervals, which are 5 percent longer than the rate requires, so that a server does not
   * count more of them in any second. While a request is connecting or waits for OkHttp's
   * dispatcher, no other one starts, so an interceptor must not wait for a call of the same client.
   * Workflows take turns, however many calls each of them has waiting; the calls for one workflow,
   * and all calls outside of workflows, start in the order in which they were made. The following
   * do not count: calls that bypass the retries ({@link CortexTransport#api}), redirects, requests
   * that OkHttp itself resends, such as those of its authenticators, and those of an interceptor
   * that calls {@code proceed} again.
   *
   * <p>Waiting counts toward the total timeout. A call whose turn would come later fails
   * immediately with a {@link CortexTimeoutException}, unless {@link CallLimits#total} shortens its
   * time, in which case it waits that long. A retry whose turn would come later is not made. A
   * {@link CredentialsSupplier} is asked when the turn has come, except for the first attempt of an
   * asynchronous call with the credentials of the client, which asks on the calling thread. An
   * asynchronous call does not block a thread while it waits. {@link AttemptEvent#waited} reports
   * the time.
   *
   * @param requestsPerSecond from 0.001 (one request in 1000 s) to 1,000,000
   */
  public final B requestsPerSecond(double requestsPerSecond) {
    this.requestsPerSecond = RateLimit.check(requestsPerSecond);
    return self();
  }

  /** Sets the maximum size of a response body in bytes, after decompression; 64 MiB by default. */
  public final B bodyLimit(long bytes) {
    bodyLimits = bodyLimits.withBytes(bytes);
    return self();
  }

  /**
   * Sets the maximum nesting depth of arrays and objects in a response, from 1 to 255. The default
   * is 255. A page of runs has about 20 levels, or more if inputs and outputs are deeply nested.
   */
  public final B nestingLimit(int levels) {
    bodyLimits = bodyLimits.withLevels(levels);
    return self();
  }

  /**
   * Treats any difference between a response and the spec as an error: a property, an enum value or
   * a kind of step that the spec does not list, or an optional property with an unexpected JSON
   * type. Use this option in tests and CI; in production, every addition to the API would break
   * your program. By default, such differences are counted and are not errors.
   *
   * <p>The error is a {@link CortexDataException} with the JSON path of the first difference. In a
   * walk, the error applies to the run that contains the difference.
   */
  public final B failOnDrift() {
    failOnDrift = true;
    return self();
  }

  /** Adds a listener for every call; listeners are called in the order in which they were added. */
  public final B addListener(CortexListener listener) {
    listeners.add(requireNonNull(listener, "listener == null"));
    return self();
  }

  /** Returns this builder as its own type. */
  protected abstract B self();

  /**
   * Validates the options and creates the configuration.
   *
   * @throws IllegalArgumentException if a value is missing or invalid; the message names the value
   *     and the problem, but never quotes the API key
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
    requestsPerSecond = from.requestsPerSecond();
    bodyLimits = from.bodyLimits();
    failOnDrift = from.failOnDrift();
    listeners.addAll(from.listeners());
    return self();
  }

  final String checkedBaseUrl() {
    String variable = variable("CORTEX_BASE_URL");
    String url = baseUrl != null ? baseUrl : variable != null ? variable : DEFAULT_BASE_URL;
    return BaseUrl.check(url, plainHttpAllowed);
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
            ? "Expected an API key, found none; set one with apiKey(…)."
            : "Expected an API key, found none; set CORTEX_API_KEY or call apiKey(…).");
  }

  private @Nullable String variable(String name) {
    String value = environment == null ? null : environment.apply(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
