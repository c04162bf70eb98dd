package ai.withcortex.client.internal.awaiting;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.awaiting.ProgressListener;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.model.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each await ends once, and as it should, whatever happens: outages, errors that ask to wait, slow
 * answers, unreadable and deleted runs, cancels, time limits, and the end of the client.
 */
final class AwaitPropertyTest {
  private static final Duration END = Duration.ofHours(10);

  @ParameterizedTest
  @CsvSource({"1, 400", "10, 200", "60, 60", "300, 20"})
  void endsOnceAsItShould(int most, int scenarios) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    for (int seed = 0; seed < scenarios; seed++) {
      Scenario scenario = new Scenario(new Random(seed * 31L + most), most);
      outcomes.addAll(scenario.run("seed " + seed));
    }
    assertEquals(EnumSet.allOf(Outcome.class), outcomes);
  }

  private enum Outcome {
    ENDED,
    TIMED_OUT,
    CANCELED,
    CLOSED,
    NOT_FOUND,
    OUTAGE
  }

  private static final class Scenario {
    private final Random random;
    private final VirtualTime time = new VirtualTime();
    private final OpenWaits waits = new OpenWaits();
    private final Awaits awaits;
    private final FakeWorkflow workflow = new FakeWorkflow(time);
    private final List<Await> all = new ArrayList<>();
    private final double faultRate;
    private final @Nullable Duration closing;

    Scenario(Random random, int most) {
      this.random = random;
      awaits = new Awaits(waits, time, random::nextDouble);
      faultRate = random.nextBoolean() ? 0 : random.nextDouble();
      closing = random.nextInt(4) == 0 ? upTo(Duration.ofMinutes(30)) : null;
      workflow.latency = () -> upTo(Duration.ofMillis(random.nextInt(10) == 0 ? 30_000 : 100));
      workflow.firstPage = random.nextInt(2);
      workflow.repeatsPageOne = random.nextBoolean();
      Duration outageStart = upTo(Duration.ofMinutes(20));
      Duration outageEnd = outageStart.plus(upTo(Duration.ofHours(2)));
      workflow.faults =
          request -> {
            boolean isOutage =
                time.elapsed().compareTo(outageStart) > 0
                    && time.elapsed().compareTo(outageEnd) < 0;
            return isOutage || random.nextDouble() < faultRate ? fault() : null;
          };
      int count = 1 + random.nextInt(most);
      for (int i = 0; i < count * (1 + random.nextInt(5)); i++) {
        workflow.add("run_" + i, upTo(Duration.ofMinutes(random.nextBoolean() ? 1 : 60)));
        if (random.nextInt(20) == 0) {
          workflow.unread.add("run_" + i);
        }
      }
      if (random.nextBoolean()) {
        Collections.shuffle(workflow.ids, random);
      }
      for (int i = 0; i < count; i++) {
        boolean isUnknown = random.nextInt(30) == 0;
        all.add(new Await(isUnknown ? "unknown" : "run_" + random.nextInt(count)));
      }
    }

    private Duration upTo(Duration most) {
      return Duration.ofNanos(1 + (long) (random.nextDouble() * most.toNanos()));
    }

    private CortexException fault() {
      return switch (random.nextInt(4)) {
        case 0 -> new CortexConnectionException("reset", null, 1, true);
        case 1 -> new CortexTimeoutException("slow", null, Limit.TOTAL, 1);
        case 2 -> CortexApiException.builder("GET /runs", 503, "down").build();
        default ->
            CortexApiException.builder("GET /runs", 429, "busy")
                .retryAfter(time.now().plus(upTo(Duration.ofMinutes(5))))
                .build();
      };
    }

    private List<Outcome> run(String seed) {
      for (Await await : all) {
        Runnable unused = time.schedule(upTo(Duration.ofMinutes(5)), await::start);
      }
      if (closing != null) {
        Runnable unused = time.schedule(closing, waits::close);
      }
      time.pass(END);
      assertTrue(awaits.isEmpty(), seed);
      assertEquals(0, time.pending(), seed);
      assertEquals(0, workflow.inFlight, seed);
      assertTrue(workflow.mostInFlight <= WorkflowPoller.MOST_GETS + 2, seed);
      return all.stream().map(await -> await.outcome(seed)).toList();
    }

    /** An await, and what is known about it. */
    private final class Await {
      private final String id;
      private final AwaitOptions options;
      private final @Nullable Duration canceling;
      private final List<String> told = new ArrayList<>();
      private Duration begin = Duration.ZERO;
      private @Nullable Duration end;
      private int ends;
      private @Nullable Run result;
      private @Nullable Throwable failure;

      Await(String id) {
        this.id = id;
        canceling = random.nextInt(5) == 0 ? upTo(Duration.ofMinutes(30)) : null;
        Duration shortest = upTo(Duration.ofSeconds(10));
        ProgressListener listener =
            new ProgressListener() {
              @Override
              public void statusSeen(Run run) {
                told.add(run.status().value());
              }
            };
        options =
            AwaitOptions.builder()
                .shortestInterval(shortest)
                .longestInterval(shortest.plus(upTo(Duration.ofMinutes(1))))
                .timeLimit(random.nextInt(3) == 0 ? upTo(Duration.ofMinutes(60)) : null)
                .outageLimit(
                    random.nextBoolean() ? Duration.ofHours(4) : upTo(Duration.ofMinutes(30)))
                .listener(random.nextBoolean() ? listener : null)
                .build();
      }

      private void start() {
        begin = time.elapsed();
        CompletableFuture<Run> future = awaits.awaitAsync(workflow, id, null, options);
        CompletableFuture<?> unused =
            future.whenComplete(
                (run, thrown) -> {
                  ends++;
                  end = time.elapsed();
                  result = run;
                  failure = thrown;
                });
        if (canceling != null) {
          Runnable unusedCancel = time.schedule(canceling, () -> future.cancel(true));
        }
      }

      private Outcome outcome(String seed) {
        String text = seed + " " + id + " " + failure;
        assertEquals(1, ends, text);
        Duration ended = requireNonNull(end);
        if (result != null) {
          assertEquals(id, result.id(), text);
          assertTrue(result.status().isEnded(), text);
          assertTrue(ended.compareTo(requireNonNull(workflow.ends.get(id))) >= 0, text);
          if (options.listener() != null) {
            assertEquals("COMPLETED", told.get(told.size() - 1), text);
            assertEquals(told.stream().distinct().toList(), told, text);
          }
          return Outcome.ENDED;
        }
        if (failure instanceof CancellationException) {
          assertEquals(begin.plus(requireNonNull(canceling)), ended, text);
          return Outcome.CANCELED;
        }
        if (failure instanceof IllegalStateException) {
          Duration closed = requireNonNull(closing);
          assertEquals(closed.compareTo(begin) > 0 ? closed : begin, ended, text);
          return Outcome.CLOSED;
        }
        if (failure instanceof NotFoundException) {
          assertEquals("unknown", id, text);
          return Outcome.NOT_FOUND;
        }
        Duration limit = options.timeLimit();
        if (limit != null && ended.equals(begin.plus(limit))) {
          assertTrue(String.valueOf(requireNonNull(failure).getMessage()).contains(id), text);
          return Outcome.TIMED_OUT;
        }
        assertTrue(failure instanceof CortexException, text);
        // Unless the server asked to wait for longer than that.
        boolean isLong = ended.minus(begin).compareTo(options.outageLimit()) >= 0;
        assertTrue(isLong || failure instanceof CortexApiException, text);
        return Outcome.OUTAGE;
      }
    }
  }
}
