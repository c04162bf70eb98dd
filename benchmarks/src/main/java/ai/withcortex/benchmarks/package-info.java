/** Programs that measure; each prints a table of its own. */
@NullMarked
package ai.withcortex.benchmarks;

import org.jspecify.annotations.NullMarked;
