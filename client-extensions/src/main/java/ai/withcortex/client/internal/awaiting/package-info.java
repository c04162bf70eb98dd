/** Awaits the ends of runs, and shares requests among the awaits of a workflow. */
@NullMarked
package ai.withcortex.client.internal.awaiting;

import org.jspecify.annotations.NullMarked;
