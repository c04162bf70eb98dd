/** Checks that reject, before anything is written, what the generator does not support. */
@NullMarked
package ai.withcortex.codegen.check;

import org.jspecify.annotations.NullMarked;
