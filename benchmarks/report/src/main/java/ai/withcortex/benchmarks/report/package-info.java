/** The Markdown report, with its tables, plots, and targets. */
@NullMarked
package ai.withcortex.benchmarks.report;

import org.jspecify.annotations.NullMarked;
