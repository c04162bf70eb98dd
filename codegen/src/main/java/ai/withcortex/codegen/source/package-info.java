/** Java source: which names it takes, how a Javadoc comment looks, how a file is formatted. */
@NullMarked
package ai.withcortex.codegen.source;

import org.jspecify.annotations.NullMarked;
