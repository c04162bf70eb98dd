// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The operations of "Names that templates and URLs must escape": a Retrofit interface for each tag,
 * and an immutable class of options for each operation with optional parameters.
 */
@NullMarked
@ApiStyle
package golden.api;

import org.jspecify.annotations.NullMarked;
