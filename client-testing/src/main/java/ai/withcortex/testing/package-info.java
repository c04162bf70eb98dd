/**
 * A sandbox for tests: a server inside the JVM that responds like the Cortex API ({@link
 * ai.withcortex.testing.CortexSandbox}) and can fail on demand ({@link
 * ai.withcortex.testing.FaultScript}). To test code that reads pages, it can add and delete runs
 * between and during requests ({@link ai.withcortex.testing.MutationScript}) and page its lists in
 * different ways ({@link ai.withcortex.testing.PagingBehaviour}).
 *
 * <p>Where the API documentation does not specify the behavior, the sandbox works as follows. The
 * real API may differ:
 *
 * <ul>
 *   <li>Page numbers start at 1. A page contains {@value
 *       ai.withcortex.testing.PageParameters#DEFAULT_TAKE} runs unless the request sets {@code
 *       take}. The maximum is {@value ai.withcortex.testing.PagingBehaviour#GREATEST_TAKE}; a
 *       larger {@code take} is reduced to this maximum, and the {@code pagination-take} header
 *       contains the reduced value. A page past the end is empty. {@link
 *       ai.withcortex.testing.PagingBehaviour} can change all of this.
 *   <li>Runs are sorted by {@code created_at}, newest first. Runs without a {@code created_at} come
 *       last. Among runs with the same time, the one added last comes first.
 *   <li>{@code verbose=all} adds {@code workflow_version}, {@code workflow_version_draft}, and
 *       {@code usage}. Otherwise, the first two are null and the third is absent.
 *   <li>Every query parameter in the spec is validated. Valid parameters that the sandbox does not
 *       need, such as {@code next}, are ignored, as are parameters that the API does not define.
 *   <li>Midnight UTC is written as a bare date, such as {@code 2025-06-13}. Every other time has
 *       one of several UTC offsets and only as many fractional digits as it needs.
 *   <li>A run that a request starts has the origin {@code ENDPOINT}. It uses the newest version of
 *       the workflow, or its draft if no version is saved, unless the request names another one.
 *       The run is pending for one second, runs for one second per step, and then completes; {@link
 *       ai.withcortex.testing.CortexSandbox.Builder#outcome} can change this. Without a {@link
 *       ai.withcortex.testing.CortexSandbox.Builder#clock}, real time applies, and 10 milliseconds
 *       take the place of a second.
 *   <li>A start with {@code background} gets its response at once, with a pending run. Any other
 *       start gets it when the run has ended. If a test does not move its clock that far within 10
 *       seconds of real time, the response contains the run as it is by then.
 *   <li>A start with {@code stream}, an unknown version, or an unknown step gets status 422. A body
 *       that is not JSON gets 422 as well, and another content type gets 415.
 *   <li>A canceled run ends at once, together with its running steps. To cancel a run that has
 *       ended is no error: the response contains the run, which is unchanged.
 *   <li>A replay is a new run with the input and the definition of the replayed run. Only the step
 *       from which it is replayed and those after it have outputs. If the definition is not known,
 *       the newest version or the outputs of the replayed run determine its steps.
 *   <li>The retention of a run counts from its {@code created_at}. When it is due on the {@link
 *       ai.withcortex.testing.CortexSandbox.Builder#clock}, the run is removed; without a clock, it
 *       stays. A failed run with {@code preserve_on_failure} is never due.
 *   <li>The workflow added last comes first in its list. Versions are listed by number, newest
 *       first. {@code search} looks for a part of the ID, name, or description, regardless of case;
 *       {@code tags} is a single tag. {@code verbose} has no effect on workflows and versions.
 * </ul>
 */
@NullMarked
package ai.withcortex.testing;

import org.jspecify.annotations.NullMarked;
