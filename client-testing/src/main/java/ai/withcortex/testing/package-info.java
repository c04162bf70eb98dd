/**
 * A sandbox for tests: a server inside the JVM that answers like the Cortex API, see {@link
 * ai.withcortex.testing.CortexSandbox}.
 */
@NullMarked
package ai.withcortex.testing;

import org.jspecify.annotations.NullMarked;
