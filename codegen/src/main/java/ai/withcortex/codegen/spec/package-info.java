/** The spec as it is in its file, locations in it, and the exception that names one. */
@NullMarked
package ai.withcortex.codegen.spec;

import org.jspecify.annotations.NullMarked;
