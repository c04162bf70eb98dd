package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testng.SkipException;

/** Runs every rule of the TCK of Reactive Streams; none is skipped but those listed here. */
@Timeout(120)
final class PublisherTckTest {
  /** What the TCK has a name for but no code, and why that is no gap. */
  private static final Map<String, String> SKIPPED =
      Map.of(
          "untested_spec106_mustConsiderSubscriptionCancelledAfterOnErrorOrOnCompleteHasBeenCalled",
          "see PublisherTest.nothingFollowsAFailure and nothingFollowsTheEnd",
          "untested_spec107_mustNotEmitFurtherSignalsOnceOnErrorHasBeenSignalled",
          "see PublisherTest.nothingFollowsAFailure",
          "untested_spec108_possiblyCanceledSubscriptionShouldNotReceiveOnErrorOrOnCompleteSignals",
          "see PublisherTest.nothingFollowsACancel",
          "untested_spec109_subscribeShouldNotThrowNonFatalThrowable",
          "subscribing asks for nothing; see PublisherTest.aSourceThatThrowsEndsTheSubscription",
          "untested_spec110_rejectASubscriptionRequestIfTheSameSubscriberSubscribesTwice",
          "a duty of the subscriber; each subscription has a walk of its own",
          "untested_spec304_requestShouldNotPerformHeavyComputations",
          "a source answers with a future; see PublisherTest.requestDoesNotWaitForTheAnswer",
          "untested_spec305_cancelMustNotSynchronouslyPerformHeavyComputation",
          "nothing is computed; see PublisherTest.nothingFollowsACancel");

  private static final ExecutorService THREADS =
      Executors.newFixedThreadPool(
          3,
          task -> {
            Thread thread = new Thread(task, "answers");
            thread.setDaemon(true);
            return thread;
          });

  private static final Map<String, Executor> ANSWERS =
      Map.of("at once", Runnable::run, "on other threads", THREADS);

  @AfterAll
  static void endThreads() {
    THREADS.shutdownNow();
  }

  static List<Arguments> rules() {
    List<Arguments> rules = new ArrayList<>();
    for (String rule : ruleNames()) {
      for (String answers : List.of("at once", "on other threads")) {
        rules.add(Arguments.of(rule, answers, 0));
        rules.add(Arguments.of(rule, answers, 4));
      }
    }
    return rules;
  }

  @ParameterizedTest(name = "{0}: answers {1}, prefetch {2}")
  @MethodSource("rules")
  void isKept(String rule, String answers, int prefetch) throws Throwable {
    TckPublisher publisher = new TckPublisher(requireNonNull(ANSWERS.get(answers)), prefetch);
    publisher.setUp();
    try {
      TckPublisher.class.getMethod(rule).invoke(publisher);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SkipException skipped) {
        String reason = SKIPPED.get(rule);
        abort(reason == null ? fail("The TCK skips this rule", skipped) : reason);
      }
      throw e.getCause();
    }
    assertFalse(SKIPPED.containsKey(rule), "The TCK verifies this rule; it need not be listed");
  }

  @Test
  void everySkippedRuleIsOneThatTheTckDoesNotVerify() {
    assertEquals(
        SKIPPED.keySet(),
        Set.copyOf(ruleNames().stream().filter(rule -> rule.startsWith("untested_")).toList()));
  }

  private static List<String> ruleNames() {
    return Arrays.stream(TckPublisher.class.getMethods())
        .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
        .map(Method::getName)
        .sorted()
        .toList();
  }
}
