/** Random pages of runs that depend only on the seed. */
@NullMarked
package ai.withcortex.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
