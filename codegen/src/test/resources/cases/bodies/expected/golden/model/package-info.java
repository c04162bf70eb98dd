// Generated from "Bodies and parameters that are not just a reference to an object" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

/**
 * The models of "Bodies and parameters that are not just a reference to an object": immutable
 * classes with builders. Each model has its own adapter to read and write it.
 *
 * <p>Required lists and maps are never null. Anything that may be absent or null is
 * {@code @Nullable}.
 */
@NullMarked
@ModelStyle
package golden.model;

import org.jspecify.annotations.NullMarked;
