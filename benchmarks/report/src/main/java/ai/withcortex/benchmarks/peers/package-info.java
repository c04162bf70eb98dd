/** The clients and JSON libraries that are compared. */
@NullMarked
package ai.withcortex.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
