/** What a client tells its listeners: the calls, and how responses differ from the spec. */
@NullMarked
package ai.withcortex.core.event;

import org.jspecify.annotations.NullMarked;
