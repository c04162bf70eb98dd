/**
 * Watches, which report when the newest items of a list are added, change, or vanish.
 *
 * <p>A {@link ai.withcortex.client.watching.Watch} polls the list, more frequently while the list
 * is changing, and reports each {@link ai.withcortex.client.watching.Change} once, or a gap if it
 * missed any changes. A different process can resume from a {@link
 * ai.withcortex.client.watching.WatchPosition}.
 */
@NullMarked
package ai.withcortex.client.watching;

import org.jspecify.annotations.NullMarked;
