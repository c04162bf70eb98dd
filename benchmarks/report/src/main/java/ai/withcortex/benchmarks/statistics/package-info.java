/** Samples, ratios of medians with intervals, and fitted lines. */
@NullMarked
package ai.withcortex.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
