/**
 * A sandbox for tests: a server inside the JVM that answers like the Cortex API, see {@link
 * ai.withcortex.testing.CortexSandbox}, or fails like a bad day, see {@link
 * ai.withcortex.testing.FaultScript}.
 */
@NullMarked
package ai.withcortex.testing;

import org.jspecify.annotations.NullMarked;
