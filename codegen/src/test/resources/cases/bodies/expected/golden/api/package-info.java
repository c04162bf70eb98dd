// Generated from "Bodies and parameters that are not just a reference to an object" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The operations of "Bodies and parameters that are not just a reference to an object": a Retrofit
 * interface for each tag, and an immutable class of options for each operation with optional
 * parameters.
 */
@NullMarked
@ApiStyle
package golden.api;

import org.jspecify.annotations.NullMarked;
