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
 * The result of one step of a run, or of one call inside a step: its status and its output.
 *
 * <p>In JSON it is an object with {@code status}, {@code key}, {@code type}, {@code output}, {@code
 * logs}, {@code calls}, {@code start}, {@code end}, {@code error} and, for a call, {@code id}. A
 * missing property, or one of an unexpected kind, is null here, and so are all properties if the
 * JSON is not an object.
 */
public final class StepOutput extends JsonView {
  /** Types whose single output is an object, so that an array must come from a loop. */
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
   * Reads the output of a step of a run.
   *
   * @param definition the step in the workflow; null if it is not known
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
   * Returns the key of the step in the output of the run. For a call, returns the key that the call
   * itself contains, of a step of another workflow or of a tool; empty if it has none.
   */
  public String key() {
    return key;
  }

  /** Returns the ID of a call, for example of the called run; null for a step of the run itself. */
  public @Nullable String id() {
    return string("id");
  }

  public @Nullable StepStatus status() {
    return string("status", StepStatus::of);
  }

  /** Returns the type from the output, or else from the workflow; null if neither has it. */
  public @Nullable StepType type() {
    StepType type = string("type", StepType::of);
    return type == null ? definedType : type;
  }

  /**
   * Returns the start time; the API sends milliseconds, and fractions are kept to the nanosecond.
   */
  public @Nullable Instant start() {
    return time("start");
  }

  /** Returns the end time; also null while the step is running. */
  public @Nullable Instant end() {
    return time("end");
  }

  /**
   * Returns the time from start to end; null if either is null, negative if the API sent them in
   * that order.
   */
  public @Nullable Duration duration() {
    Instant start = start();
    Instant end = end();
    return start == null || end == null ? null : Duration.between(start, end);
  }

  /** Returns the error message; null if there was no error. */
  public @Nullable String error() {
    return string("error");
  }

  /** Returns the logs of the step, which may be any JSON values; empty if there are none. */
  public List<JsonValue> logs() {
    return list("logs", Function.identity());
  }

  /** Returns the calls inside the step, such as tool calls of a model; each has its own calls. */
  public StepOutputs calls() {
    return StepOutputs.ofCalls(valueOrNull("calls"));
  }

  /**
   * Returns whether the step ran in a loop, so that its output is an array of outputs. This is the
   * case if the output is an array and either the workflow says that the step loops, or a single
   * output of this type would be an object.
   */
  public boolean isLooped() {
    JsonValue output = value("output");
    return output != null
        && output.kind() == JsonValue.Kind.ARRAY
        && (isDefinedAsLoop || OBJECTS.contains(type()));
  }

  /**
   * Returns the output, read according to the type of the step; null if there is none yet. If the
   * step ran in a loop, this is null, too. An explicit JSON null is an output.
   */
  public @Nullable TypedOutput output() {
    return isLooped() ? null : outputs().stream().findFirst().orElse(null);
  }

  /**
   * Returns the outputs of a step that ran in a loop, in order, or else the only output, if any.
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

  /** Returns the key, the status, the type, times and sizes, but no content of the output. */
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
