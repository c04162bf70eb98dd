// Generated from "Files" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The operations of "Files": a Retrofit interface for each tag, and an immutable class of options
 * for each operation with optional parameters.
 */
@NullMarked
@ApiStyle
package golden.api;

import org.jspecify.annotations.NullMarked;
