/** The spec as it is in its file, locations in the spec, and the exception that reports them. */
@NullMarked
package ai.withcortex.codegen.spec;

import org.jspecify.annotations.NullMarked;
