/** The events that a client sends to its listeners about calls and differences from the spec. */
@NullMarked
package ai.withcortex.core.event;

import org.jspecify.annotations.NullMarked;
