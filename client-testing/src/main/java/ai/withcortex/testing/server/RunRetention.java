package ai.withcortex.testing.server;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Retention;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a run is to be kept. */
public final class RunRetention {
  /** The name of the property in a body. */
  public static final String NAME = "retention";

  private static final String MAX_AGE = "max_age_in_seconds";
  private static final String PRESERVE = "preserve_on_failure";

  /** Up to about 30,000 years, so that the sum of a time and an age is a time. */
  private static final Pattern SECONDS = Pattern.compile("-1|[0-9]{1,12}");

  private RunRetention() {}

  /** Reads the retention in a body; null if there is none or it is wrong, which is an error. */
  public static @Nullable Retention read(BodyValidator body) {
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
}
