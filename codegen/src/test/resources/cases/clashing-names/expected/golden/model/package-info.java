// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The models of "Clashing names": immutable values with builders. Each has its own adapter, which
 * reads and writes it.
 *
 * <p>Required lists and maps are never null. Anything that may be absent or null is
 * {@code @Nullable}.
 */
@NullMarked
@ModelStyle
package golden.model;

import org.jspecify.annotations.NullMarked;
