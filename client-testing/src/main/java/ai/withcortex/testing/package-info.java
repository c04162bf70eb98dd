/**
 * A sandbox for tests: a server inside the JVM that answers like the Cortex API, see {@link
 * ai.withcortex.testing.CortexSandbox}, and can fail on demand, see {@link
 * ai.withcortex.testing.FaultScript}. To test code that reads pages, it can add and delete runs
 * meanwhile, see {@link ai.withcortex.testing.MutationScript}, and page its lists as other servers
 * would, see {@link ai.withcortex.testing.PagingBehaviour}.
 */
@NullMarked
package ai.withcortex.testing;

import org.jspecify.annotations.NullMarked;
