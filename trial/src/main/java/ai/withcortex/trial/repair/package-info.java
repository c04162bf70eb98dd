/** Does what the generator says about refused documents. */
@NullMarked
package ai.withcortex.trial.repair;

import org.jspecify.annotations.NullMarked;
