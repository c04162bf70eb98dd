// Generated from "Timestamps" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The operations of "Timestamps" as Retrofit interfaces, one for each tag, and for each operation
 * that has optional parameters an immutable value of these.
 */
@NullMarked
@ApiStyle
package golden.api;

import org.jspecify.annotations.NullMarked;
