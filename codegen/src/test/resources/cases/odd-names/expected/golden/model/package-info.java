// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The models of "Names that templates and URLs must escape": immutable classes with builders. Each
 * model has its own adapter to read and write it.
 *
 * <p>Required lists and maps are never null. Anything that may be absent or null is
 * {@code @Nullable}.
 */
@NullMarked
@ModelStyle
package golden.model;

import org.jspecify.annotations.NullMarked;
