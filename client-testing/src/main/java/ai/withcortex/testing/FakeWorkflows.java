package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.CodeStep;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.VersionAuthor;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Creates valid workflows and versions, for tests without a server or to add many to a sandbox.
 *
 * <pre>{@code
 * FakeWorkflows.list(1_000).forEach(workflow -> sandbox.addWorkflow("app_2", workflow));
 * FakeWorkflows.versions(500).forEach(v -> sandbox.addVersion("app_1", "work_1", v));
 * }</pre>
 *
 * <p>Each depends only on its number, and has an {@code input} step and a {@code code} step with
 * the keys {@code start} and {@code count}. Numbers are from 1 to 1,000,000.
 */
public final class FakeWorkflows {
  private static final int WITH_ALL_DIGITS = 10_000_000;
  private static final Instant NEWEST = Instant.parse("2025-06-01T12:00:00Z");
  private static final Map<String, JsonValue> INPUT =
      Collections.singletonMap("text", JsonValue.parse("{\"type\":\"string\"}"));
  private static final List<WorkflowStep> STEPS =
      Collections.unmodifiableList(
          Arrays.asList(
              InputStep.builder().key("start").input(INPUT).build(),
              CodeStep.builder().key("count").code("return start.text.length;").build()));

  private FakeWorkflows() {}

  /**
   * Returns the workflow with the given number. It has the tag {@code even} or {@code odd}. A
   * workflow was created an hour before the one with the previous number.
   */
  public static Workflow workflow(int number) {
    requireNumber(number);
    Instant createdAt = NEWEST.minus(Duration.ofHours(number));
    String tag = number % 2 == 0 ? "even" : "odd";
    return Workflow.builder()
        .id(id("work_", number))
        .name("Workflow " + number)
        .description(number % 3 == 0 ? null : "Counts the characters of a text")
        .tags(JsonValue.ofArray(Collections.singletonList(JsonValue.of(tag))))
        .enabled(number % 5 != 0)
        .deleted(false)
        .createdAt(createdAt)
        .updatedAt(createdAt)
        .key("workflow-" + number)
        .input(INPUT)
        .steps(STEPS)
        .build();
  }

  /** Returns an unmodifiable list of workflows, starting with number 1. */
  public static List<Workflow> list(int count) {
    return list(count, FakeWorkflows::workflow);
  }

  /**
   * Returns the version with the given number. A version was created an hour after the one with the
   * previous number.
   */
  public static WorkflowVersion version(int number) {
    requireNumber(number);
    return WorkflowVersion.builder()
        .id(id("wver_", number))
        .version((long) number)
        .description("Version " + number)
        .createdBy(VersionAuthor.builder().id("user_1").name("Example Author").build())
        .createdAt(NEWEST.plus(Duration.ofHours(number)))
        .input(INPUT)
        .steps(STEPS)
        .build();
  }

  /** Returns an unmodifiable list of versions, starting with number 1. */
  public static List<WorkflowVersion> versions(int count) {
    return list(count, FakeWorkflows::version);
  }

  private static void requireNumber(int number) {
    Preconditions.require("number", 1, FakeRuns.GREATEST_NUMBER, number);
  }

  private static String id(String prefix, int number) {
    return prefix + String.valueOf(WITH_ALL_DIGITS + number).substring(1);
  }

  private static <T> List<T> list(int count, IntFunction<T> element) {
    Preconditions.require("count", 0, FakeRuns.GREATEST_NUMBER, count);
    List<T> list = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      list.add(element.apply(number));
    }
    return Collections.unmodifiableList(list);
  }
}
