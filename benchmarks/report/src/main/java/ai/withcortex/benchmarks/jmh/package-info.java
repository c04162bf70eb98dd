/** Benchmarks that JMH runs, and what it returns for each fork. */
@NullMarked
package ai.withcortex.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
