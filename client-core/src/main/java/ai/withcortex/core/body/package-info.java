/** Reads response bodies and writes parameters; internal. */
@NullMarked
package ai.withcortex.core.body;

import org.jspecify.annotations.NullMarked;
