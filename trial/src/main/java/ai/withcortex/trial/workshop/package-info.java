/** Generates the client of one document, compiles it, and checks it. */
@NullMarked
package ai.withcortex.trial.workshop;

import org.jspecify.annotations.NullMarked;
