package ai.withcortex.client;

import ai.withcortex.client.internal.JsonEquality;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowVersion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the newest runs with a start. Not thread-safe. */
final class StartedRuns {
  /** Covers a creation time and a date that are truncated to seconds. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private final Map<String, JsonValue> input;
  private final @Nullable JsonValue version;

  /** The ID of the run that was replayed, which is not the one to find; null for a start. */
  private final @Nullable String original;

  private final StartTime start;

  /** The number of older runs in a row after which no newer ones are expected. */
  private final int most;

  private final List<Run> matches = new ArrayList<>();
  private @Nullable Instant date;
  private @Nullable Instant earliest;
  private int older;
  boolean isOver;

  StartedRuns(
      @Nullable Map<String, JsonValue> input,
      @Nullable JsonValue version,
      @Nullable String original,
      StartTime start,
      int most) {
    this.input = input == null ? Collections.emptyMap() : input;
    this.version = version;
    this.original = original;
    this.start = start;
    this.most = most;
  }

  /** Records a page before its runs are taken. */
  void receive(Page<Run> page) {
    if (earliest == null) {
      date = date(page);
      earliest = start.before(date).minus(MARGIN);
    }
  }

  private static @Nullable Instant date(Page<Run> page) {
    String value =
        page.headers().entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Date"))
            .map(header -> header.getValue().get(0))
            .findFirst()
            .orElse(null);
    if (value == null) {
      return null;
    }
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
    } catch (DateTimeException e) {
      // A date that cannot be read is as good as none.
      return null;
    }
  }

  /** Takes the next run of the list. Returns false if it was the last one to look at. */
  boolean take(Run run) {
    Instant created = createdUntil(run);
    boolean isOlder = created == null ? older > 0 : earliest != null && created.isBefore(earliest);
    older = isOlder ? older + 1 : 0;
    if (!isOlder && !run.id().equals(original) && hasInput(run) && mayHaveVersion(run)) {
      matches.add(run);
    }
    isOver = older >= most;
    return !isOver;
  }

  /** Returns a time before which the run was created; null if it has none. */
  private static @Nullable Instant createdUntil(Run run) {
    Instant created = run.createdAt();
    return created != null
        ? created
        : Stream.of(run.startedAt(), run.endedAt(), run.updatedAt())
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
  }

  private boolean hasInput(Run run) {
    Map<String, JsonValue> found = run.input();
    return JsonEquality.areEqual(input, found == null ? Collections.emptyMap() : found);
  }

  /** Returns whether the run has the version that was asked for, as far as the run says it. */
  private boolean mayHaveVersion(Run run) {
    WorkflowVersion saved = run.workflowVersion();
    boolean isDraft = run.workflowVersionDraft() != null;
    if (version == null || (saved == null && !isDraft)) {
      return true;
    }
    if (version.kind() == JsonValue.Kind.STRING) {
      String name = version.asString();
      return name.equals("latest")
          || (name.equals("draft")
              ? isDraft
              : saved != null && (name.equals(saved.id()) || name.equals(number(saved))));
    }
    Long number = saved == null ? null : saved.version();
    return saved != null
        && (number == null || JsonEquality.areEqual(version, JsonValue.of(number)));
  }

  private static @Nullable String number(WorkflowVersion version) {
    return version.version() == null ? null : version.version().toString();
  }

  /** Returns the server's time in the first response, or null if it had none. */
  @Nullable Instant date() {
    return date;
  }

  /** Returns the IDs of the runs that match so far. */
  List<String> matches() {
    return matches.stream().map(Run::id).collect(Collectors.toList());
  }

  FoundStarts result(Receipt receipt) {
    Verdict verdict = receipt.verdict();
    String reason = receipt.reason();
    if (isOver) {
      boolean isSteady = receipt.drift() == 0;
      verdict =
          reason != null
              ? Verdict.UNPROVABLE
              : isSteady ? Verdict.COMPLETE : Verdict.COMPLETE_WITH_DRIFT;
    }
    if (reason == null && receipt.faulted() > 0) {
      verdict = Verdict.UNPROVABLE;
      reason = "the run may be one of " + receipt.faulted() + " that cannot be read";
    }
    if (reason == null && date == null) {
      verdict = Verdict.UNPROVABLE;
      reason = "the server sent no Date, so the clock of this machine was used";
    }
    return FoundStarts.builder()
        .runs(matches)
        .searchedUntil(date)
        .verdict(verdict)
        .reason(reason)
        .build();
  }
}
