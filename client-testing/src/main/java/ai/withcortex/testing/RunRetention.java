package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Retention;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.server.BodyValidator;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a run is to be kept, and determines when it is due to be deleted. */
final class RunRetention {
  private static final String NAME = "retention";
  private static final String MAX_AGE = "max_age_in_seconds";
  private static final String PRESERVE = "preserve_on_failure";
  private static final int UNLIMITED = -1;

  /** Up to about 30,000 years, so that the sum of a time and an age is a time. */
  private static final Pattern SECONDS = Pattern.compile("-1|[0-9]{1,12}");

  private RunRetention() {}

  /** Reads the retention in a body; null if there is none or it is wrong, which is an error. */
  static @Nullable Retention read(BodyValidator body) {
    JsonValue value =
        body.member(NAME, JsonValue.Kind.NUMBER, JsonValue.Kind.OBJECT, JsonValue.Kind.NULL);
    if (value == null || value.isNull()) {
      return null;
    }
    boolean isObject = value.kind() == JsonValue.Kind.OBJECT;
    JsonValue age = isObject ? value.get(MAX_AGE) : value;
    JsonValue preserved = isObject ? value.get(PRESERVE) : null;
    if (age == null || !SECONDS.matcher(age.json()).matches()) {
      String message = "Expected a whole number of seconds, or -1";
      String[] path = isObject ? new String[] {NAME, MAX_AGE} : new String[] {NAME};
      body.reject("number", "invalid_type", message, path);
      return null;
    }
    if (preserved != null && preserved.kind() != JsonValue.Kind.BOOLEAN) {
      body.reject("type", "invalid_type", "Expected a boolean", NAME, PRESERVE);
      return null;
    }
    return Retention.builder()
        .maxAgeInSeconds(age.asLong())
        .preserveOnFailure(preserved != null && preserved.asBoolean())
        .build();
  }

  /** Returns a run that is kept that long, counted from its creation. */
  static Run applied(@Nullable Retention retention, Run run) {
    return run.toBuilder().retention(retention).retentionDueAt(dueAt(retention, run)).build();
  }

  private static @Nullable Instant dueAt(@Nullable Retention retention, Run run) {
    Instant createdAt = run.createdAt();
    Long age = retention == null ? null : retention.maxAgeInSeconds();
    if (retention == null || age == null || age == UNLIMITED || createdAt == null) {
      return null;
    }
    boolean isPreserved =
        Boolean.TRUE.equals(retention.preserveOnFailure()) && run.status().equals(RunStatus.FAILED);
    return isPreserved ? null : createdAt.plusSeconds(age);
  }
}
