/** Measures our client side by side with what a user would pick instead, and writes a report. */
@NullMarked
package ai.withcortex.benchmarks.measurement;

import org.jspecify.annotations.NullMarked;
