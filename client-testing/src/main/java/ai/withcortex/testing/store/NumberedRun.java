package ai.withcortex.testing.store;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run that stores only its number. Everything else is derived from the number on access, so a
 * million runs take up little memory.
 */
public final class NumberedRun implements ListedRun {
  /** The app of all numbered runs. */
  public static final String APP = "app_1";

  /** The workflow of all numbered runs. */
  public static final String WORKFLOW = "work_1";

  /** The error of a run that failed for no particular reason. */
  static final String ERROR = "The model did not answer";

  private static final Pattern ID = Pattern.compile("run_([0-9]{7})");
  private static final int WITH_ALL_DIGITS = 10_000_000;
  private static final int SECONDS_TO_RUN = 2;
  private static final RunOrigin[] ORIGINS = {
    RunOrigin.ENDPOINT, RunOrigin.TRIGGER, RunOrigin.WORKFLOW
  };

  private final int number;

  /** Creates the run with the given number, from 0 to 9,999,999. */
  public NumberedRun(int number) {
    this.number = number;
  }

  /** Returns the run with the given ID, or null if no numbered run has such an ID. */
  static @Nullable NumberedRun ofId(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches() ? new NumberedRun(Integer.parseInt(matcher.group(1))) : null;
  }

  @Override
  public String id() {
    return "run_" + String.valueOf(WITH_ALL_DIGITS + number).substring(1);
  }

  @Override
  public String appId() {
    return APP;
  }

  @Override
  public String workflowId() {
    return WORKFLOW;
  }

  @Override
  public RunStatus status() {
    switch (number % 10) {
      case 3:
        return RunStatus.FAILED;
      case 7:
        return RunStatus.CANCELLED;
      default:
        return RunStatus.COMPLETED;
    }
  }

  @Override
  public RunOrigin origin() {
    return ORIGINS[number % ORIGINS.length];
  }

  @Override
  public Instant createdAt() {
    return InsertionTimes.NOW.minusSeconds(number);
  }

  /** Returns whether the run has ended by a time. */
  boolean isOver(Instant now) {
    return !endedAt(createdAt()).isAfter(now);
  }

  @Override
  public Run run() {
    return run(id(), appId(), workflowId(), createdAt());
  }

  /** Returns a run with the same content but a different position. */
  Run run(String id, String appId, String workflowId, @Nullable Instant createdAt) {
    Instant endedAt = createdAt == null ? null : endedAt(createdAt);
    return Run.builder()
        .id(id)
        .status(status())
        .origin(origin())
        .output(Collections.emptyMap())
        .error(error())
        .createdAt(createdAt)
        .startedAt(createdAt)
        .endedAt(endedAt)
        .updatedAt(endedAt)
        .appId(appId)
        .workflowAppId(appId)
        .workflowId(workflowId)
        .build();
  }

  /**
   * Returns the same text as a {@link StoredRun} but does not build a model, which makes large
   * pages noticeably faster.
   */
  @Override
  public String json(boolean isVerbose) {
    Instant createdAt = createdAt();
    String error = error();
    String begin = WireTimestamp.format(createdAt);
    String end = WireTimestamp.format(endedAt(createdAt));
    StringBuilder json = new StringBuilder(512).append('{');
    append(json, "id", id());
    append(json, "status", status().value());
    append(json, "origin", origin().value());
    json.append("\"input\":null,\"output\":{},");
    if (error != null) {
      append(json, "error", error);
    }
    append(json, "created_at", begin);
    append(json, "started_at", begin);
    append(json, "ended_at", end);
    append(json, "updated_at", end);
    append(json, "app_id", appId());
    append(json, "workflow_app_id", appId());
    append(json, "workflow_id", workflowId());
    return json.append("\"workflow_version\":null,\"workflow_version_draft\":null}").toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberedRun && ((NumberedRun) other).number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  private @Nullable String error() {
    return status().equals(RunStatus.FAILED) ? ERROR : null;
  }

  private static Instant endedAt(Instant createdAt) {
    return InsertionTimes.secondsAfter(createdAt, SECONDS_TO_RUN);
  }

  /** Appends a member that does not need escaping. */
  private static void append(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":\"").append(value).append("\",");
  }
}
