/** Measures our client against the alternatives that a user might choose, and writes a report. */
@NullMarked
package ai.withcortex.benchmarks.measurement;

import org.jspecify.annotations.NullMarked;
