/** Reads and writes JSON with generated models, and builds them. */
@NullMarked
package ai.withcortex.trial.roundtrip;

import org.jspecify.annotations.NullMarked;
