/** The spec as it is in its file, places in it, and the error that names one. */
@NullMarked
package ai.withcortex.codegen.spec;

import org.jspecify.annotations.NullMarked;
