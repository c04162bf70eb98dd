// Generated from "Options" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The values of "Options": immutable, made by builders, each read and written by an adapter of its
 * own.
 *
 * <p>Required lists and maps are never null. Anything that may be absent or null is
 * {@code @Nullable}.
 */
@NullMarked
@ModelStyle
package golden.model;

import org.jspecify.annotations.NullMarked;
