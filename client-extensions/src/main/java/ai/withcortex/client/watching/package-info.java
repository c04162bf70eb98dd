/**
 * What happens to the newest items of a list: which come, change and go.
 *
 * <p>A {@link ai.withcortex.client.watching.Watch} looks again and again, more often while
 * something happens, and tells each {@link ai.withcortex.client.watching.Change} once, or that
 * there is a gap. A {@link ai.withcortex.client.watching.WatchPosition} lets another process go on.
 */
@NullMarked
package ai.withcortex.client.watching;

import org.jspecify.annotations.NullMarked;
