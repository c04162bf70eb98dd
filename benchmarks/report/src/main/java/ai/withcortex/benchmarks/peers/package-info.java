/** The clients and JSON libraries to compare. */
@NullMarked
package ai.withcortex.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
