/** Small programs that show the client at work. */
@NullMarked
package ai.withcortex.examples;

import org.jspecify.annotations.NullMarked;
