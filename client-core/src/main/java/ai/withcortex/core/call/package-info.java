/** The attempts of a call, with their timing, retries, events and cancellation; internal. */
@NullMarked
package ai.withcortex.core.call;

import org.jspecify.annotations.NullMarked;
