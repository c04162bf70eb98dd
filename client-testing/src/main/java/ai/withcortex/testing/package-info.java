/**
 * A sandbox for tests: a server inside the JVM that responds like the Cortex API ({@link
 * ai.withcortex.testing.CortexSandbox}) and can fail on demand ({@link
 * ai.withcortex.testing.FaultScript}). To test code that reads pages, it can add and delete runs
 * between and during requests ({@link ai.withcortex.testing.MutationScript}) and page its lists in
 * different ways ({@link ai.withcortex.testing.PagingBehaviour}).
 */
@NullMarked
package ai.withcortex.testing;

import org.jspecify.annotations.NullMarked;
