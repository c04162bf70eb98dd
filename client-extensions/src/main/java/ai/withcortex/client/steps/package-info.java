/**
 * Steps of workflows and what belongs to them, read as what they are.
 *
 * <p>Beside the steps themselves these are what the generated models keep as raw JSON: what steps
 * leave in a run ({@link ai.withcortex.client.steps.StepOutputs}), what a model is asked ({@link
 * ai.withcortex.client.steps.ModelPrompt}) and which input a workflow takes ({@link
 * ai.withcortex.client.steps.InputFields}). All of it is read as it is asked for. Nothing throws
 * because of what the API sends: an accessor answers null where a property is missing or of another
 * kind, and the exact JSON is always beside, {@code json()}.
 */
@NullMarked
package ai.withcortex.client.steps;

import org.jspecify.annotations.NullMarked;
