package ai.withcortex.testing.store;

import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Retention;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The course of a run, which follows from its times: pending until it starts, running until it
 * ends. A run that is over describes its whole course, so every earlier state can be derived.
 */
final class RunCourse {
  private static final List<String> KNOWN_AT_START = Arrays.asList("key", "type", "start");

  private RunCourse() {}

  /** Returns whether a time is still to come. */
  static boolean isAfter(@Nullable Instant time, Instant now) {
    return time != null && time.isAfter(now);
  }

  /**
   * Returns when a run changes next, or null if nothing about it is still to come.
   *
   * @param isDeleted whether the run is deleted when its retention is due
   */
  static @Nullable Instant nextChange(Run run, Instant now, boolean isDeleted) {
    Instant next = null;
    Instant due = isDeleted ? run.retentionDueAt() : null;
    for (Instant time : Arrays.asList(run.createdAt(), run.startedAt(), run.endedAt(), due)) {
      next = earlier(next, time, now);
    }
    if (isAfter(run.endedAt(), now)) {
      for (StepOutput step : StepOutputs.of(run)) {
        next = earlier(earlier(next, step.start(), now), step.end(), now);
      }
    }
    return next;
  }

  /** Returns the earlier of a change and a time, if that time is still to come. */
  private static @Nullable Instant earlier(
      @Nullable Instant change, @Nullable Instant time, Instant now) {
    boolean isEarlier =
        time != null && time.isAfter(now) && (change == null || time.isBefore(change));
    return isEarlier ? time : change;
  }

  /** Returns a run as it was at a time, which is not before it was created. */
  static Run at(Run run, Instant now) {
    if (!isAfter(run.startedAt(), now) && !isAfter(run.endedAt(), now)) {
      return run;
    }
    boolean isStarted = run.startedAt() != null && !isAfter(run.startedAt(), now);
    return run.toBuilder()
        .status(isStarted ? RunStatus.RUNNING : RunStatus.PENDING)
        .output(isStarted ? outputs(run, now) : Collections.emptyMap())
        .result(null)
        .error(null)
        .usage(null)
        .startedAt(isStarted ? run.startedAt() : null)
        .endedAt(null)
        .updatedAt(isStarted ? run.startedAt() : run.createdAt())
        .build();
  }

  /**
   * Returns a run that gets another status at a time, with the times and parts that belong to it.
   */
  static Run withStatus(Run run, RunStatus status, Instant now) {
    Instant endedAt = run.endedAt() == null ? now : run.endedAt();
    return run.toBuilder()
        .status(status)
        .result(status.equals(RunStatus.COMPLETED) ? run.result() : null)
        .error(status.equals(RunStatus.FAILED) ? error(run) : null)
        .startedAt(startedAt(run, status, now))
        .endedAt(status.isEnded() ? endedAt : null)
        .updatedAt(now)
        .build();
  }

  /** Returns a run that is canceled at a time, together with the steps that are running. */
  static Run cancelled(Run run, Instant now) {
    Map<String, JsonValue> outputs = new LinkedHashMap<>(run.output());
    for (StepOutput step : StepOutputs.of(run)) {
      if (StepStatus.RUNNING.equals(step.status())) {
        Map<String, JsonValue> members = new LinkedHashMap<>(step.json().asMap());
        members.put("status", JsonValue.of(StepStatus.CANCELLED.value()));
        members.put("end", JsonValue.of(now.toEpochMilli()));
        outputs.put(step.key(), JsonValue.ofObject(members));
      }
    }
    return withStatus(run, RunStatus.CANCELLED, now).toBuilder().output(outputs).build();
  }

  /**
   * Returns a run with the time at which it is to be deleted, counted from its creation; null if it
   * is kept.
   */
  static Run withDueTime(Run run) {
    Instant createdAt = run.createdAt();
    Retention retention = run.retention();
    Long age = retention == null ? null : retention.maxAgeInSeconds();
    boolean isPreserved =
        retention != null
            && Boolean.TRUE.equals(retention.preserveOnFailure())
            && run.status().equals(RunStatus.FAILED);
    Instant dueAt =
        createdAt == null || age == null || age < 0 || isPreserved
            ? null
            : createdAt.plusSeconds(age);
    return run.toBuilder().retentionDueAt(dueAt).build();
  }

  /** Returns a time at which a run can change: a given one, or the latest of the run if later. */
  static Instant latest(Run run, Instant now) {
    Instant latest = now;
    for (Instant time :
        Arrays.asList(run.createdAt(), run.startedAt(), run.endedAt(), run.updatedAt())) {
      if (time != null && time.isAfter(latest)) {
        latest = time;
      }
    }
    return latest;
  }

  private static @Nullable Instant startedAt(Run run, RunStatus status, Instant now) {
    if (status.equals(RunStatus.PENDING)) {
      return null;
    }
    boolean mayNeverStart = status.equals(RunStatus.CANCELLED) || status.equals(RunStatus.SKIPPED);
    return run.startedAt() == null && !mayNeverStart ? now : run.startedAt();
  }

  private static String error(Run run) {
    String error = run.error();
    return error == null ? NumberedRun.ERROR : error;
  }

  /** Returns the outputs of the steps that have started; a step without times has not. */
  private static Map<String, JsonValue> outputs(Run run, Instant now) {
    Map<String, JsonValue> outputs = new LinkedHashMap<>();
    for (StepOutput step : StepOutputs.of(run)) {
      Instant start = step.start();
      if (start != null && !start.isAfter(now)) {
        JsonValue output = step.json();
        outputs.put(step.key(), isAfter(step.end(), now) ? running(output) : output);
      }
    }
    return outputs;
  }

  private static JsonValue running(JsonValue output) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("status", JsonValue.of(StepStatus.RUNNING.value()));
    for (String name : KNOWN_AT_START) {
      JsonValue member = output.get(name);
      if (member != null) {
        members.put(name, member);
      }
    }
    return JsonValue.ofObject(members);
  }
}
