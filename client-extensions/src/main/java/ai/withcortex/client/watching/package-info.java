/**
 * Watches that report changes to the newest items of a list: which are added, change and vanish.
 *
 * <p>A {@link ai.withcortex.client.watching.Watch} polls the list, more often while it changes, and
 * reports each {@link ai.withcortex.client.watching.Change} once, or a gap if it missed some.
 * Another process can resume from a {@link ai.withcortex.client.watching.WatchPosition}.
 */
@NullMarked
package ai.withcortex.client.watching;

import org.jspecify.annotations.NullMarked;
