/**
 * Typed access to workflow steps and their outputs, prompts, and inputs.
 *
 * <p>Besides the steps themselves, this package covers data that the generated models keep as raw
 * JSON: the outputs of the steps in a run ({@link ai.withcortex.client.steps.StepOutputs}), the
 * prompt of a model ({@link ai.withcortex.client.steps.ModelPrompt}), and the input of a workflow
 * ({@link ai.withcortex.client.steps.InputFields}). All of this data is read lazily. Accessors
 * never throw because of the data that the API sends: they return null if a property is missing or
 * has an unexpected type, and {@code json()} always returns the exact JSON.
 */
@NullMarked
package ai.withcortex.client.steps;

import org.jspecify.annotations.NullMarked;
