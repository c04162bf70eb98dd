package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.model.WorkflowStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a run left, or one call inside of a step: how it went, and its output.
 *
 * <p>In JSON it is an object with {@code status}, {@code key}, {@code type}, {@code output}, {@code
 * logs}, {@code calls}, {@code start}, {@code end}, {@code error} and, for a call, {@code id}. A
 * property that is missing or of another kind is null here; so are all of them if the JSON is no
 * object.
 */
public final class StepOutput extends JsonView {
  /** The types whose single output is an object, so that an array comes from a loop. */
  private static final List<StepType> OBJECTS =
      Arrays.asList(
          StepType.MODEL,
          StepType.HTTP_REQUEST,
          StepType.BROWSER,
          StepType.WORKFLOW,
          StepType.BRANCH);

  private final String key;
  private final @Nullable StepType definedType;
  private final boolean isDefinedAsLoop;

  private StepOutput(
      String key, JsonValue json, @Nullable StepType definedType, boolean isDefinedAsLoop) {
    super(json, key, definedType, isDefinedAsLoop);
    this.key = key;
    this.definedType = definedType;
    this.isDefinedAsLoop = isDefinedAsLoop;
  }

  /**
   * The output of a step of a run.
   *
   * @param definition what the workflow says of the step; null if that is not known
   */
  static StepOutput of(String key, JsonValue json, @Nullable WorkflowStep definition) {
    return definition == null
        ? new StepOutput(key, json, null, false)
        : new StepOutput(key, json, definition.type(), definition.loop() != null);
  }

  /** The output of a call, which has its key inside. */
  static StepOutput ofCall(JsonValue json) {
    JsonValue key = json.get("key");
    return of(key != null && key.kind() == JsonValue.Kind.STRING ? key.asString() : "", json, null);
  }

  /**
   * The key of the step, under which it stands in the output of the run. Of a call, what it says
   * itself: a step of another workflow or a tool; empty if it does not say.
   */
  public String key() {
    return key;
  }

  /** Identifies a call, for example the run that was called; null for a step of the run itself. */
  public @Nullable String id() {
    return string("id");
  }

  public @Nullable StepStatus status() {
    return string("status", StepStatus::of);
  }

  /** The type as the output says it, or else as the workflow does; null if neither tells. */
  public @Nullable StepType type() {
    StepType type = string("type", StepType::of);
    return type == null ? definedType : type;
  }

  /** When it began; sent in milliseconds, kept to the nanosecond. */
  public @Nullable Instant start() {
    return time("start");
  }

  /** When it ended; null also while it runs. */
  public @Nullable Instant end() {
    return time("end");
  }

  /** The time from start to end; null if either is, negative if the API has them so. */
  public @Nullable Duration duration() {
    Instant start = start();
    Instant end = end();
    return start == null || end == null ? null : Duration.between(start, end);
  }

  /** What went wrong, in words; null if nothing did. */
  public @Nullable String error() {
    return string("error");
  }

  /** What the step has logged, any JSON values; empty if nothing. */
  public List<JsonValue> logs() {
    return list("logs", Function.identity());
  }

  /** What was called inside of the step, such as tools of a model; each has its own calls. */
  public StepOutputs calls() {
    return StepOutputs.ofCalls(valueOrNull("calls"));
  }

  /**
   * Whether the step ran in a loop, so that its output is an array of outputs: it is one, and the
   * workflow says that the step loops, or a single output of this type would be an object.
   */
  public boolean isLooped() {
    JsonValue output = value("output");
    return output != null
        && output.kind() == JsonValue.Kind.ARRAY
        && (isDefinedAsLoop || OBJECTS.contains(type()));
  }

  /**
   * The output, read as what the type of the step says; null if there is none yet, and if the step
   * ran in a loop. An explicit null is an output.
   */
  public @Nullable TypedOutput output() {
    return isLooped() ? null : outputs().stream().findFirst().orElse(null);
  }

  /** The outputs of a step that ran in a loop, in its order, or else the only one, if any. */
  public List<TypedOutput> outputs() {
    StepType type = type();
    return outputs(json -> read(json, type));
  }

  private static TypedOutput read(JsonValue json, @Nullable StepType type) {
    switch (type == null ? StepType.Known.UNKNOWN : type.known()) {
      case MODEL:
        return new ModelOutput(json);
      case HTTP_REQUEST:
      case BROWSER:
        return new HttpOutput(json, StepType.BROWSER.equals(type));
      case WORKFLOW:
        return new WorkflowCallOutput(json);
      default:
        return new OpenOutput(json, type);
    }
  }

  <T> List<T> outputs(Function<JsonValue, T> reading) {
    JsonValue output = value("output");
    if (output == null) {
      return Collections.emptyList();
    }
    List<JsonValue> all = isLooped() ? output.asList() : Collections.singletonList(output);
    return new MappedList<>(all, reading);
  }

  private @Nullable Instant time(String name) {
    BigDecimal millis = number(name);
    return millis == null ? null : EpochMillis.toInstant(millis);
  }

  /** Shows the key, the status, the type, times and sizes, but nothing of what came out. */
  @Override
  public String toString() {
    return describe(
        "key", key,
        "id", id(),
        "status", status(),
        "type", type(),
        "start", start(),
        "end", end(),
        "output", value("output"),
        "error", value("error"),
        "logs", logs().size(),
        "calls", calls().size());
  }
}
