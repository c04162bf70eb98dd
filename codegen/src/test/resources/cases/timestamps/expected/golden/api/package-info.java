// Generated from "Timestamps" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

/** The operations of "Timestamps" as Retrofit interfaces, one for each tag. */
@NullMarked
package golden.api;

import org.jspecify.annotations.NullMarked;
