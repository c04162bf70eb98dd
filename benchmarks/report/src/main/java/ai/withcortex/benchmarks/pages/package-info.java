/** Random pages of runs, the same for the same seed. */
@NullMarked
package ai.withcortex.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
