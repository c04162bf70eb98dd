package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.call.Deadline;
import com.squareup.moshi.Moshi;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Each list holds the limits for connecting, reading, writing and an attempt, in milliseconds. */
final class TimeoutsTest {
  private static final OkHttpClient USERS =
      new OkHttpClient.Builder()
          .connectTimeout(Duration.ofMillis(11))
          .readTimeout(Duration.ofMillis(12))
          .writeTimeout(Duration.ofMillis(13))
          .build();

  private final CortexConfiguration.Builder options = CortexConfiguration.builder().apiKey("key");

  @Test
  void aClientOfTheSdksOwnHasTheDefaults() {
    assertEquals(List.of(10_000, 30_000, 30_000, 60_000), limits());
  }

  @Test
  void aClientOfTheSdksOwnHasWhatIsAskedFor() {
    ask();

    assertEquals(List.of(1, 2, 3, 4), limits());
  }

  @Test
  void aClientOfTheUsersKeepsWhatIsNotAskedFor() {
    options.okHttpClient(USERS);

    assertEquals(List.of(11, 12, 13, 60_000), limits());
  }

  @Test
  void aClientOfTheUsersKeepsItsCallTimeoutAsThatOfAnAttempt() {
    options.okHttpClient(USERS.newBuilder().callTimeout(Duration.ofMillis(14)).build());

    assertEquals(List.of(11, 12, 13, 14), limits());
  }

  @Test
  void aClientOfTheUsersHasWhatIsAskedFor() {
    options.okHttpClient(USERS.newBuilder().callTimeout(Duration.ofMillis(14)).build());
    ask();

    assertEquals(List.of(1, 2, 3, 4), limits());
  }

  @Test
  void anAttemptHasNoMoreThanTheTotalByDefault() {
    options.totalTimeout(Duration.ofMillis(59_999));

    assertEquals(List.of(10_000, 30_000, 30_000, 59_999), limits());
  }

  @Test
  void anAttemptMayTakeAllOfTheTotal() {
    options.totalTimeout(Duration.ofMillis(7)).attemptTimeout(Duration.ofMillis(7));

    assertEquals(7, limits().get(3));
    options.attemptTimeout(Duration.ofMillis(8));
    assertThrows(IllegalArgumentException.class, options::build);
  }

  @Test
  void limitsGoFromOneMillisecondToWhatFitsIntoAnInt() {
    Duration longest = Duration.ofMillis(Integer.MAX_VALUE);

    assertEquals(longest, Deadline.check("limit", longest));
    assertEquals(Duration.ofMillis(1), Deadline.check("limit", Duration.ofMillis(1)));
    assertThrows(
        IllegalArgumentException.class, () -> Deadline.check("limit", longest.plusNanos(1)));
  }

  private void ask() {
    options
        .connectTimeout(Duration.ofMillis(1))
        .readTimeout(Duration.ofMillis(2))
        .writeTimeout(Duration.ofMillis(3))
        .attemptTimeout(Duration.ofMillis(4));
  }

  private List<Integer> limits() {
    try (CortexTransport transport =
        CortexTransport.create(options.build(), new Moshi.Builder().build())) {
      OkHttpClient client = transport.client;
      return List.of(
          client.connectTimeoutMillis(),
          client.readTimeoutMillis(),
          client.writeTimeoutMillis(),
          client.callTimeoutMillis());
    }
  }
}
