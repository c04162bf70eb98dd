package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import org.jspecify.annotations.Nullable;

/**
 * The output of a step, read according to the type of the step.
 *
 * <pre>{@code
 * String summary =
 *     output.accept(
 *         new TypedOutput.Visitor<String>() {
 *           @Override
 *           public String visitModel(ModelOutput value) {
 *             return "answer of " + value.model();
 *           }
 *
 *           @Override
 *           public String visitUnknown(TypedOutput value) {
 *             return "output of type " + value.type();
 *           }
 *         });
 * }</pre>
 *
 * <p>Only this package implements it; later versions may add kinds and methods.
 */
public interface TypedOutput {
  /** Returns the type of the step; null if it is not known. */
  @Nullable StepType type();

  /** Returns the exact JSON, of any kind. */
  JsonValue json();

  /** Calls the visitor's method for the type of the step. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles the output of each type of step separately. A method that is not overridden calls
   * {@link #visitUnknown}, and so do types that a later version adds.
   */
  interface Visitor<R> {
    /** Visits the output of a step of type {@code model}. */
    default R visitModel(ModelOutput value) {
      return visitUnknown(value);
    }

    /** Visits the output of a step of type {@code http_request}. */
    default R visitHttpRequest(HttpOutput value) {
      return visitUnknown(value);
    }

    /** Visits the output of a step of type {@code browser}. */
    default R visitBrowser(HttpOutput value) {
      return visitUnknown(value);
    }

    /** Visits the output of a step of type {@code workflow}. */
    default R visitWorkflowCall(WorkflowCallOutput value) {
      return visitUnknown(value);
    }

    /** Visits the output of a step of type {@code branch}. */
    default R visitBranch(OpenOutput value) {
      return visitUnknown(value);
    }

    /** Visits the output of a step of type {@code code}. */
    default R visitCode(OpenOutput value) {
      return visitUnknown(value);
    }

    /** Visits the output of a step of type {@code service}. */
    default R visitService(OpenOutput value) {
      return visitUnknown(value);
    }

    /** Visits every output without a method of its own, such as that of an unknown type. */
    R visitUnknown(TypedOutput value);
  }
}
