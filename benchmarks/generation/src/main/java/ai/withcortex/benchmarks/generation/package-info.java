/** Measures generators. */
@NullMarked
package ai.withcortex.benchmarks.generation;

import org.jspecify.annotations.NullMarked;
