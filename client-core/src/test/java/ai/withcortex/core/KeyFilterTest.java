package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.core.http.SentRequest;
import okhttp3.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyFilterTest {
  @ParameterizedTest
  @CsvSource({
    "secret78, a secret78 b secret78, a [API key] b [API key]",
    "secret7,  a secret7 is short,    a secret7 is short",
    "sec/et78, a sec\\/et78 in JSON,  a [API key] in JSON",
    "sec/et78, a sec\\u002Fet78 too,  a [API key] too",
    "sec/et78, a sec%2fet78 in a URL, a [API key] in a URL",
    "sec.et78, a sec1et78 is another, a sec1et78 is another",
    "secret78, a Secret78 is another, a Secret78 is another"
  })
  void takesOutTheKeyHoweverItIsWritten(String key, String text, String expected) {
    Request sent =
        new Request.Builder()
            .url("http://host/")
            .tag(SentRequest.class, new SentRequest(key))
            .build();

    assertEquals(expected, SentRequest.withoutKey(text, sent));
  }
}
