package ai.withcortex.testing;

import ai.withcortex.model.StepUsage;
import ai.withcortex.model.Usage;
import ai.withcortex.model.UsageCall;
import ai.withcortex.model.WorkflowStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the credits of a run, step by step. */
final class SampleCredits {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final SampleRandom random;
  private final Map<String, StepUsage> steps = new LinkedHashMap<>();
  private final List<UsageCall> calls = new ArrayList<>();
  private BigDecimal total = BigDecimal.ZERO;

  SampleCredits(SampleRandom random) {
    this.random = random;
  }

  /** Charges a step, which may have called a run. */
  void spend(WorkflowStep step, @Nullable String calledRun) {
    BigDecimal price = price(step);
    StepUsage.Builder usage = StepUsage.builder().total(price);
    if (calledRun != null) {
      UsageCall call = call(calledRun, price);
      calls.add(call);
      usage.addCall(call);
    }
    steps.put(step.key(), usage.build());
    total = total.add(price);
  }

  Usage usage() {
    return Usage.builder().total(total).calls(calls).steps(steps).build();
  }

  private BigDecimal price(WorkflowStep step) {
    switch (step.type().known()) {
      case MODEL:
        return random.decimal(5, 40_000, 4);
      case BROWSER:
        return BigDecimal.ONE;
      case WORKFLOW:
        return random.decimal(1, 20, 1);
      case SERVICE:
        return random.decimal(1, 40, 2);
      default:
        return BigDecimal.ZERO;
    }
  }

  /** A call that spent half of its price on a call of its own, which called something for free. */
  private UsageCall call(String run, BigDecimal price) {
    BigDecimal half = price.divide(TWO);
    UsageCall inner =
        UsageCall.builder()
            .id(random.id("run_"))
            .total(half)
            .addCall(Usage.builder().build())
            .build();
    Usage usage =
        Usage.builder()
            .total(price)
            .addCall(inner)
            .steps(Collections.singletonMap("store", StepUsage.builder().total(half).build()))
            .build();
    return UsageCall.builder().id(run).total(price).addCall(usage).build();
  }
}
