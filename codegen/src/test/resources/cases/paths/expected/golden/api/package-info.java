// Generated from "Paths that are no relative URLs as they stand" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The operations of "Paths that are no relative URLs as they stand": a Retrofit interface for each
 * tag, and an immutable class of options for each operation with optional parameters.
 */
@NullMarked
@ApiStyle
package golden.api;

import org.jspecify.annotations.NullMarked;
