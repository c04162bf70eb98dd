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
 * The result of a step in a run, or of a call inside a step, with its status and output.
 *
 * <p>In JSON, a result is an object with {@code status}, {@code key}, {@code type}, {@code output},
 * {@code logs}, {@code calls}, {@code start}, {@code end}, {@code error} and, for calls, {@code
 * id}. Accessors return null for properties that are missing or have an unexpected type, and for
 * all properties if the JSON is not an object.
 */
public final class StepOutput extends JsonView {
  /** Step types whose output is an object, which means that an array must come from a loop. */
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
   * Reads the output of a step in a run.
   *
   * @param definition the step in the workflow, or null if it is unknown
   */
  static StepOutput of(String key, JsonValue json, @Nullable WorkflowStep definition) {
    return definition == null
        ? new StepOutput(key, json, null, false)
        : new StepOutput(key, json, definition.type(), definition.loop() != null);
  }

  /** Reads the output of a call, which contains its own key. */
  static StepOutput ofCall(JsonValue json) {
    JsonValue key = json.get("key");
    return of(key != null && key.kind() == JsonValue.Kind.STRING ? key.asString() : "", json, null);
  }

  /**
   * Returns the key of the step in the output of the run. For a call, returns the key in the call
   * itself, which belongs to a step of a different workflow or to a tool, or an empty string if it
   * has none.
   */
  public String key() {
    return key;
  }

  /**
   * Returns the ID of a call, such as the ID of the called run. Null for steps of the run itself.
   */
  public @Nullable String id() {
    return string("id");
  }

  public @Nullable StepStatus status() {
    return string("status", StepStatus::of);
  }

  /**
   * Returns the type from the output, or from the workflow if the output has no type. Null if
   * neither has a type.
   */
  public @Nullable StepType type() {
    StepType type = string("type", StepType::of);
    return type == null ? definedType : type;
  }

  /**
   * Returns the start time. The API sends milliseconds, and fractions are truncated to nanoseconds.
   */
  public @Nullable Instant start() {
    return time("start");
  }

  /** Returns the end time, or null while the step is running. */
  public @Nullable Instant end() {
    return time("end");
  }

  /**
   * Returns the time from start to end, or null if either is null. Negative if the API sent an end
   * time before the start time.
   */
  public @Nullable Duration duration() {
    Instant start = start();
    Instant end = end();
    return start == null || end == null ? null : Duration.between(start, end);
  }

  /** Returns the error message, or null if there was no error. */
  public @Nullable String error() {
    return string("error");
  }

  /**
   * Returns the logs of the step, which can be any JSON values, or an empty list if there are none.
   */
  public List<JsonValue> logs() {
    return list("logs", Function.identity());
  }

  /**
   * Returns the calls inside the step, such as the tool calls of a model. Calls can have calls of
   * their own.
   */
  public StepOutputs calls() {
    return StepOutputs.ofCalls(valueOrNull("calls"));
  }

  /**
   * Returns whether the step ran in a loop, in which case its output is an array of outputs. A step
   * counts as looped if its output is an array and either the workflow defines the step as a loop,
   * or a single output of this type would be an object.
   */
  public boolean isLooped() {
    JsonValue output = value("output");
    return output != null
        && output.kind() == JsonValue.Kind.ARRAY
        && (isDefinedAsLoop || OBJECTS.contains(type()));
  }

  /**
   * Returns the output, interpreted according to the type of the step. Null if there is no output
   * yet or if the step ran in a loop. An explicit JSON null counts as an output.
   */
  public @Nullable TypedOutput output() {
    return isLooped() ? null : outputs().stream().findFirst().orElse(null);
  }

  /**
   * Returns all outputs, in order, if the step ran in a loop. Otherwise, returns the only output,
   * if any.
   */
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

  /**
   * Returns a string with the key, status, type, times, and sizes, but none of the output content.
   */
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
