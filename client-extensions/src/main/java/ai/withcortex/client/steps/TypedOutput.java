package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import org.jspecify.annotations.Nullable;

/**
 * The output of a step, interpreted according to the type of the step.
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
 * <p>Only this package implements this interface. Later versions may add implementations and
 * methods.
 */
public interface TypedOutput {
  /** Returns the type of the step, or null if it is unknown. */
  @Nullable StepType type();

  /** Returns the exact JSON, which can be any kind of value. */
  JsonValue json();

  /** Calls the visitor's method for the type of the step. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles the output of each step type separately. Methods that are not overridden call {@link
   * #visitUnknown}, including methods that later versions add for new types.
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

    /**
     * Visits every output that has no method of its own, such as the output of an unknown step
     * type.
     */
    R visitUnknown(TypedOutput value);
  }
}
