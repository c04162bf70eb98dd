/** Java source: valid names, Javadoc comments and formatting. */
@NullMarked
package ai.withcortex.codegen.source;

import org.jspecify.annotations.NullMarked;
