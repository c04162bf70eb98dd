/**
 * Typed access to the steps of workflows and their outputs, prompts and inputs.
 *
 * <p>Besides the steps themselves, this package covers data that the generated models keep as raw
 * JSON: the outputs of steps in a run ({@link ai.withcortex.client.steps.StepOutputs}), the prompt
 * of a model ({@link ai.withcortex.client.steps.ModelPrompt}) and the input of a workflow ({@link
 * ai.withcortex.client.steps.InputFields}). All of it is read lazily. Nothing throws because of the
 * data that the API sends: an accessor returns null if a property is missing or has an unexpected
 * kind, and {@code json()} always returns the exact JSON.
 */
@NullMarked
package ai.withcortex.client.steps;

import org.jspecify.annotations.NullMarked;
