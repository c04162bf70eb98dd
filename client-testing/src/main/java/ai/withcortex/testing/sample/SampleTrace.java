package ai.withcortex.testing.sample;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepUsage;
import ai.withcortex.model.Usage;
import ai.withcortex.model.UsageCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run that executes its steps one by one: outputs, credits, times, and possibly an
 * error.
 */
final class SampleTrace {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final List<BigDecimal> FRACTIONS_OF_END =
      Arrays.asList(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("0.25"));

  private final SampleRandom random;
  private final SampleParts parts;
  private final Map<String, JsonValue> output = new LinkedHashMap<>();
  private final Map<String, StepUsage> usageOfSteps = new LinkedHashMap<>();
  private final List<UsageCall> calls = new ArrayList<>();
  private final long start;
  private BigDecimal total = BigDecimal.ZERO;
  private long now;
  private @Nullable String error;

  SampleTrace(
      SampleParts parts, SampleRandom random, @Nullable Map<String, JsonValue> input, long start) {
    JsonValue runInput = input == null ? JsonValue.NULL : JsonValue.ofObject(input);
    this.parts = parts.with(Collections.singletonMap("run_input", runInput));
    this.random = random;
    this.start = start;
    this.now = start;
  }

  /** Executes the steps, up to the step that ends the run with the given status. */
  void run(List<JsonValue> all, RunStatus status) {
    List<JsonValue> steps =
        all.stream()
            .filter(step -> !text(step, "type").equals("note"))
            .collect(Collectors.toList());
    int last = last(steps.size(), status);
    for (JsonValue step : steps.subList(0, last)) {
      boolean isSkipped = step.get("conditional") != null && random.oneIn(4);
      take(step, isSkipped ? RunStatus.SKIPPED : RunStatus.COMPLETED);
    }
    if (last < steps.size()) {
      take(steps.get(last), status);
    }
  }

  Map<String, JsonValue> output() {
    return output;
  }

  Usage usage() {
    return Usage.builder().total(total).calls(calls).steps(usageOfSteps).build();
  }

  @Nullable String error() {
    return error;
  }

  long durationMillis() {
    return now - start;
  }

  /**
   * Returns the index of the step that ends the run, or the number of steps if no step ends it
   * early.
   */
  private int last(int steps, RunStatus status) {
    if (status.equals(RunStatus.COMPLETED)) {
      return steps;
    }
    return status.equals(RunStatus.SKIPPED) ? 1 : random.between(1, steps - 1);
  }

  private void take(JsonValue step, RunStatus status) {
    String key = text(step, "key");
    Map<String, JsonValue> taken = new LinkedHashMap<>();
    taken.put("status", JsonValue.of(status.value()));
    taken.put("key", JsonValue.of(key));
    taken.put("type", JsonValue.of(text(step, "type")));
    JsonValue stepStart = JsonValue.of(now);
    if (status.equals(RunStatus.COMPLETED)) {
      now += random.between(2, 3000);
      Map<String, JsonValue> result = result(step, stepStart);
      taken.putAll(result);
      spend(step, requireNonNull(result.get("output")));
    }
    taken.put("start", stepStart);
    if (!status.equals(RunStatus.RUNNING)) {
      BigDecimal end = BigDecimal.valueOf(now).add(random.pick(FRACTIONS_OF_END));
      taken.put("end", JsonValue.of(end));
    }
    if (status.equals(RunStatus.FAILED)) {
      JsonValue message = parts.makeMember("failures", text(step, "type"));
      error = key + ": " + message.asString();
      taken.put("error", message);
    }
    output.put(key, JsonValue.ofObject(taken));
  }

  /** Returns the output of a step, with its logs and calls, if any. */
  private Map<String, JsonValue> result(JsonValue step, JsonValue stepStart) {
    Map<String, JsonValue> more = new HashMap<>();
    more.put("step", step);
    more.put("start_time", stepStart);
    more.put("end_time", JsonValue.of(stepStart.asLong() + 1));
    SampleParts stepParts = parts.with(more);
    String kind = step.at("/provider/tools") == null ? text(step, "type") : "model_with_tools";
    Map<String, JsonValue> result =
        new LinkedHashMap<>(stepParts.makeMember("results", kind).asMap());
    if (step.get("loop") != null) {
      List<JsonValue> elements = new ArrayList<>();
      elements.add(result.get("output"));
      for (int count = random.between(0, 3); count > 0; count--) {
        elements.add(stepParts.makeMember("results", kind).get("output"));
      }
      result.put("output", JsonValue.ofArray(elements));
    }
    return result;
  }

  /** Charges the credits for a step. The step may have called a run. */
  private void spend(JsonValue step, JsonValue result) {
    JsonValue price = parts.makeMember("prices", text(step, "type"));
    BigDecimal credits = price.asBigDecimal();
    StepUsage.Builder usage = StepUsage.builder().total(credits);
    JsonValue run = result.get("run_id");
    if (run != null) {
      Map<String, JsonValue> more = new HashMap<>();
      more.put("run", run);
      more.put("price", price);
      more.put("half", JsonValue.of(credits.divide(TWO)));
      UsageCall call = SampleParts.model(parts.with(more).make("called_usage"), UsageCall.class);
      calls.add(call);
      usage.addCall(call);
    }
    usageOfSteps.put(text(step, "key"), usage.build());
    total = total.add(credits);
  }

  private static String text(JsonValue step, String name) {
    return requireNonNull(step.get(name), name).asString();
  }
}
