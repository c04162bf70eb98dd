/** Checks that reject unsupported constructs before anything is written. */
@NullMarked
package ai.withcortex.codegen.check;

import org.jspecify.annotations.NullMarked;
