/**
 * A sandbox for tests: a server inside the JVM that answers like the Cortex API, see {@link
 * ai.withcortex.testing.CortexSandbox}, or fails like a bad day, see {@link
 * ai.withcortex.testing.FaultScript}. For code that reads pages, its runs come and go, see {@link
 * ai.withcortex.testing.MutationScript}, and its pages are cut as other servers would, see {@link
 * ai.withcortex.testing.PagingBehaviour}.
 */
@NullMarked
package ai.withcortex.testing;

import org.jspecify.annotations.NullMarked;
