/** JMH benchmarks and their result for each fork. */
@NullMarked
package ai.withcortex.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
