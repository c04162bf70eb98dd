/** Small programs that show how to use the client. */
@NullMarked
package ai.withcortex.examples;

import org.jspecify.annotations.NullMarked;
