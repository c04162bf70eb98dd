/** JMH benchmarks and the result of each fork. */
@NullMarked
package ai.withcortex.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
