/** Tries the generator with random changes of OpenAPI documents. */
@NullMarked
package ai.withcortex.trial.mutation;

import org.jspecify.annotations.NullMarked;
