package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

  static Stream<Arguments> unusableKeys() {
    return Stream.of(
        arguments("", "Expected an API key, found an empty text; check where it is read from."),
        arguments(
            " \n", "Expected an API key, found only white space; check where it is read from."),
        arguments(
            "canary\n",
            "Expected an API key without white space around it, found some at its end; trim it"
                + " (a pasted key or a file often ends in a line break)."),
        arguments(
            "\u00a0canary",
            "Expected an API key without white space around it, found some at its start; trim it"
                + " (a pasted key or a file often ends in a line break)."),
        arguments(
            "can\nary",
            "Expected an API key of printable ASCII characters, found U+000A at index 3;"
                + " copy the key again."),
        arguments(
            "canary\u200b",
            "Expected an API key of printable ASCII characters, found U+200B at index 6;"
                + " copy the key again."),
        arguments(
            "Bearer canary",
            "Expected an API key of printable ASCII characters, found U+0020 at index 6;"
                + " copy the key again."));
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

    assertEquals("Expected an API key, found none; give it with apiKey(…).", e.getMessage());
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
          api.withcortex.ai         | one without a scheme; write https:// in front of the host.
          canary-key                | one without a scheme; write https:// in front of the host.
          /apps                     | one without a scheme; write https:// in front of the host.
          localhost:8080            | one without a host; write https://, then the host.
          https:///apps             | one without a host; write https://, then the host.
          https://u:canary@host     | user information in it; take it out and give the key with apiKey(…).
          https://host/?key=canary  | a query in it; end it after the path.
          https://host/?            | a query in it; end it after the path.
          https://host/#canary      | a fragment in it; end it after the path.
          ftp://host                | the scheme ftp; use https.
          https://host:99999        | a host or port that cannot be; correct it.
          http://api.withcortex.ai  | http to api.withcortex.ai; use https, since http would send the API key in the clear (http is for localhost, 127.0.0.0/8 and [::1] only).
          http://127.evil.example   | http to 127.evil.example; use https, since http would send the API key in the clear (http is for localhost, 127.0.0.0/8 and [::1] only).
          http://127.0.0.1.example  | http to 127.0.0.1.example; use https, since http would send the API key in the clear (http is for localhost, 127.0.0.0/8 and [::1] only).
          http://localhost.example  | http to localhost.example; use https, since http would send the API key in the clear (http is for localhost, 127.0.0.0/8 and [::1] only).
          http://[::2]              | http to ::2; use https, since http would send the API key in the clear (http is for localhost, 127.0.0.0/8 and [::1] only).
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
  void isChangedThroughItsBuilder() {
    OkHttpClient client = new OkHttpClient();
    CortexConfiguration first =
        CortexConfiguration.builder().apiKey("canary").okHttpClient(client).build();

    CortexConfiguration second = first.toBuilder().baseUrl("https://other.example").build();

    assertEquals("CortexConfiguration{baseUrl=https://api.withcortex.ai}", first.toString());
    assertEquals("CortexConfiguration{baseUrl=https://other.example}", second.toString());
    assertEquals("canary", second.apiKey());
    assertSame(client, second.okHttpClient());
  }
}
