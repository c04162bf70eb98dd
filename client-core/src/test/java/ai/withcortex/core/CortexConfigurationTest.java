package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CortexConfigurationTest {
  private static final String URL = "Expected a base URL such as https://api.withcortex.ai, found ";

  private static final String BEARER =
      "Expected only an API key, found \"Bearer \" in front of it; leave it out, because the client"
          + " adds it to every request.";

  static Stream<Arguments> unusableKeys() {
    return Stream.of(
        arguments(
            "", "Expected an API key, found an empty string; check where the key comes from."),
        arguments(
            " \n", "Expected an API key, found only whitespace; check where the key comes from."),
        arguments(
            "canary\n",
            "Expected an API key without surrounding whitespace, found some at the end; trim the"
                + " key (a pasted key or a file often ends with a line break)."),
        arguments(
            "\u00a0canary",
            "Expected an API key without surrounding whitespace, found some at the start; trim the"
                + " key (a pasted key or a file often ends with a line break)."),
        arguments(
            "can\nary",
            "Expected an API key of printable ASCII characters, found U+000A at index 3;"
                + " copy the key again."),
        arguments(
            "canary\u200b",
            "Expected an API key of printable ASCII characters, found U+200B at index 6;"
                + " copy the key again."),
        arguments(
            "can ary",
            "Expected an API key of printable ASCII characters, found U+0020 at index 3;"
                + " copy the key again."),
        arguments("Bearer canary", BEARER),
        arguments("bearer canary", BEARER));
  }

  @ParameterizedTest
  @MethodSource("unusableKeys")
  void refusesKeysThatCannotStandInAHeader(String key, String message) {
    CortexConfiguration.Builder builder = CortexConfiguration.builder().apiKey(key);

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);

    assertEquals(message, e.getMessage());
  }

  @Test
  void refusesToBuildWithoutKey() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, CortexConfiguration.builder()::build);

    assertEquals("Expected an API key, found none; set one with apiKey(…).", e.getMessage());
  }

  @Test
  @SuppressWarnings("NullAway") // What Java callers without a checker do.
  void saysWhereANullKeyMayComeFrom() {
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> CortexConfiguration.builder().apiKey(null));

    assertEquals(
        "apiKey == null; is the environment variable or property it comes from set?",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api.withcortex.ai         | a URL without a scheme; write https:// in front of the host.
          canary-key                | a URL without a scheme; write https:// in front of the host.
          /apps                     | a URL without a scheme; write https:// in front of the host.
          localhost:8080            | a URL without a host; write https://, then the host.
          https:///apps             | a URL without a host; write https://, then the host.
          https://u:canary@host     | user information in it; remove it and set the key with apiKey(…).
          https://host/?key=canary  | a query in it; end it after the path.
          https://host/?            | a query in it; end it after the path.
          https://host/#canary      | a fragment in it; end it after the path.
          ftp://host                | the scheme ftp; use https.
          https:host                | a URL without a host; write https://, then the host.
          https://                  | a URL without a host; write https://, then the host.
          https://?key=canary       | a URL without a host; write https://, then the host.
          https:\\\\host              | a URL without a host; write https://, then the host.
          https://my host           | text that is not a URL; remove spaces and other invalid characters.
          https://host/a\u00a0b      | text that is not a URL; remove spaces and other invalid characters.
          https://host:99999        | an invalid host or port; correct it.
          https://host:port         | an invalid host or port; correct it.
          https://a..b              | an invalid host or port; correct it.
          https://[::1              | an invalid host or port; correct it.
          http://cortex_mock:8080   | http to cortex_mock; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://127.256            | http to 127.256; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://127                | http to 127; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://127.0.0.1.1        | http to 127.0.0.1.1; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://api.withcortex.ai  | http to api.withcortex.ai; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://127.evil.example   | http to 127.evil.example; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://127.0.0.1.example  | http to 127.0.0.1.example; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://localhost.example  | http to localhost.example; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          http://[::2]              | http to ::2; use https, because http would send the API key in the clear (without allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1]).
          """)
  void refusesBaseUrlsThatAreNoRoots(String url, String found) {
    CortexConfiguration.Builder builder = CortexConfiguration.builder().apiKey("key").baseUrl(url);

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);

    assertEquals(URL + found, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host",
        "HTTPS://HOST/",
        "https://host:8443/a/prefix",
        "https://host/a/prefix/",
        "http://localhost:8080",
        "http://127.255.0.1",
        "http://127.1",
        "http://127.0.1:8080",
        "https://cortex_mock:8080",
        "https://bücher.example",
        "https://例え.テスト/api",
        "https://host/a|b",
        "http://[::1]:8080",
        "http://[0:0:0:0:0:0:0:1]"
      })
  void keepsBaseUrlsAsTheyAre(String url) {
    assertEquals(url, CortexConfiguration.builder().apiKey("k").baseUrl(url).build().baseUrl());
  }

  @Test
  void pointsToTheApiUnlessToldOtherwise() {
    CortexConfiguration configuration = CortexConfiguration.builder().apiKey("key").build();

    assertEquals("https://api.withcortex.ai", configuration.baseUrl());
    assertNull(configuration.okHttpClient());
  }

  @Test
  void allowsPlainHttpByName() {
    CortexConfiguration configuration =
        CortexConfiguration.builder()
            .apiKey("key")
            .baseUrl("http://gateway.internal")
            .allowPlainHttp()
            .build();

    assertEquals(
        "http://other.internal",
        configuration.toBuilder().baseUrl("http://other.internal").build().baseUrl());
  }

  @Test
  void takesFromTheEnvironmentWhatIsNotSet() throws IOException {
    Map<String, String> variables =
        Map.of("CORTEX_API_KEY", "env-key", "CORTEX_BASE_URL", "https://env.example");

    CortexConfiguration environment =
        CortexConfiguration.builder().fromEnvironment(variables::get).build();
    CortexConfiguration option =
        CortexConfiguration.builder()
            .apiKey("own-key")
            .baseUrl("https://own.example")
            .fromEnvironment(variables::get)
            .build();
    CortexConfiguration neither =
        CortexConfiguration.builder()
            .apiKey("own-key")
            .fromEnvironment(name -> name.equals("CORTEX_BASE_URL") ? "" : null)
            .build();

    assertEquals("env-key", environment.credentials().next());
    assertEquals("https://env.example", environment.baseUrl());
    assertEquals("own-key", option.credentials().next());
    assertEquals("https://own.example", option.baseUrl());
    assertEquals("https://api.withcortex.ai", neither.baseUrl());
  }

  @Test
  void saysWhichVariableIsMissing() {
    CortexConfiguration.Builder builder =
        CortexConfiguration.builder().fromEnvironment(name -> null);

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);

    assertEquals(
        "Expected an API key, found none; set CORTEX_API_KEY or call apiKey(…).", e.getMessage());
  }

  static Stream<Arguments> unusableLimits() {
    return Stream.of(
        limit(
            b -> b.connectTimeout(Duration.ZERO),
            "Expected connectTimeout to be at least 1 ms, found PT0S; use a longer duration."),
        limit(
            b -> b.readTimeout(Duration.ofSeconds(-1)),
            "Expected readTimeout to be at least 1 ms, found PT-1S; use a longer duration."),
        limit(
            b -> b.writeTimeout(Duration.ofNanos(999_999)),
            "Expected writeTimeout to be at least 1 ms, found PT0.000999999S; use a longer"
                + " duration."),
        limit(
            b -> b.attemptTimeout(Duration.ofMillis(Integer.MAX_VALUE + 1L)),
            "Expected attemptTimeout to be at most 2147483647 ms (24 days), found PT596H31M23.648S;"
                + " use a shorter duration."),
        limit(
            b -> b.totalTimeout(Duration.ofSeconds(Long.MAX_VALUE)),
            "Expected totalTimeout to be at most 2147483647 ms (24 days), found"
                + " PT2562047788015215H30M7S; use a shorter duration."),
        limit(
            b -> b.totalTimeout(Duration.ofSeconds(1)).attemptTimeout(Duration.ofSeconds(2)),
            "Expected attemptTimeout to be at most totalTimeout, found PT2S and PT1S;"
                + " reduce the first or increase the second."),
        limit(
            b -> b.requestsPerSecond(0),
            "Expected requestsPerSecond from 0.001 to 1000000, found 0.0; leave it out if there is"
                + " no limit."),
        limit(
            b -> b.requestsPerSecond(Double.NaN),
            "Expected requestsPerSecond from 0.001 to 1000000, found NaN; leave it out if there is"
                + " no limit."),
        limit(
            b -> b.requestsPerSecond(1_000_001),
            "Expected requestsPerSecond from 0.001 to 1000000, found 1000001.0; leave it out if"
                + " there is no limit."),
        limit(
            b -> b.bodyLimit(0),
            "Expected bodyLimit to be at least 1 byte, found 0; use a larger limit."),
        limit(
            b -> RetryPolicy.builder().maxAttempts(0),
            "Expected maxAttempts to be at least 1, found 0; use 1 to disable retries."),
        limit(
            b -> RetryPolicy.builder().retriedStatuses(List.of(503, 299)),
            "Expected retriedStatuses from 300 to 999, found 299; leave it out, since only an error"
                + " is retried."),
        limit(
            b -> RetryPolicy.builder().retriedStatuses(List.of(1000)),
            "Expected retriedStatuses from 300 to 999, found 1000; leave it out, since only an"
                + " error is retried."),
        limit(
            b -> RetryPolicy.builder().longestRetryAfter(Duration.ZERO),
            "Expected longestRetryAfter to be at least 1 ms, found PT0S; use a longer duration."),
        limit(
            b -> RetryPolicy.builder().firstDelay(Duration.ofMinutes(1)).build(),
            "Expected firstDelay to be at most longestDelay, found PT1M and PT20S;"
                + " reduce the first or increase the second."));
  }

  private static Arguments limit(Consumer<CortexConfiguration.Builder> set, String message) {
    return arguments(set, message);
  }

  @ParameterizedTest
  @MethodSource("unusableLimits")
  void refusesLimitsThatCannotBe(Consumer<CortexConfiguration.Builder> set, String message) {
    CortexConfiguration.Builder builder = CortexConfiguration.builder().apiKey("key");

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              set.accept(builder);
              builder.build();
            });

    assertEquals(message, e.getMessage());
  }

  @Test
  void takesPoliciesAtTheirBounds() {
    Duration second = Duration.ofSeconds(1);
    RetryPolicy policy =
        RetryPolicy.builder().maxAttempts(1).firstDelay(second).longestDelay(second).build();

    assertEquals(1, policy.maxAttempts());
    assertEquals(second, policy.firstDelay());
    assertEquals(
        Set.of(300, 999),
        RetryPolicy.builder().retriedStatuses(List.of(999, 300)).build().retriedStatuses());
  }

  @Test
  void retriesTheStatusesThatPassUnlessToldOtherwise() {
    assertEquals(
        "[408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530]",
        RetryPolicy.standard().retriedStatuses().toString());
    assertThrows(
        UnsupportedOperationException.class,
        () -> RetryPolicy.standard().retriedStatuses().clear());
  }

  @Test
  void keepsEverythingInACopy() {
    RetryPolicy policy = RetryPolicy.builder().maxAttempts(7).retriedStatuses(List.of(409)).build();
    CortexConfiguration copy =
        CortexConfiguration.builder()
            .apiKey("key")
            .totalTimeout(Duration.ofSeconds(7))
            .bodyLimit(7)
            .requestsPerSecond(7)
            .retryPolicy(policy)
            .build()
            .toBuilder()
            .build();

    assertEquals(Duration.ofSeconds(7), copy.timeouts().total());
    assertEquals(7, copy.bodyLimit());
    assertEquals(7, copy.requestsPerSecond());
    assertSame(policy, copy.retryPolicy());
    assertEquals(7, policy.toBuilder().build().maxAttempts());
    assertEquals(Set.of(409), policy.toBuilder().build().retriedStatuses());
  }

  @Test
  void isChangedThroughItsBuilder() throws IOException {
    OkHttpClient client = new OkHttpClient();
    CortexConfiguration first =
        CortexConfiguration.builder().apiKey("canary").okHttpClient(client).build();

    CortexConfiguration second = first.toBuilder().baseUrl("https://other.example").build();

    assertEquals("CortexConfiguration{baseUrl=https://api.withcortex.ai}", first.toString());
    assertEquals("CortexConfiguration{baseUrl=https://other.example}", second.toString());
    assertEquals("canary", second.credentials().next());
    assertSame(client, second.okHttpClient());
  }
}
