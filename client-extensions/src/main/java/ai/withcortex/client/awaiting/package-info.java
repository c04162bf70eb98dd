/**
 * Options for waiting until a run ends.
 *
 * <p>{@link ai.withcortex.client.RunHandle#await(ai.withcortex.client.awaiting.AwaitOptions)} polls
 * a run until it has ended. Its {@link ai.withcortex.client.awaiting.AwaitOptions} say how often
 * and for how long, and a {@link ai.withcortex.client.awaiting.ProgressListener} is told what
 * happens in the meantime.
 */
@NullMarked
package ai.withcortex.client.awaiting;

import org.jspecify.annotations.NullMarked;
