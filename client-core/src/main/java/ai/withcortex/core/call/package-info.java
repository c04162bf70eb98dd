/** The attempts of a call: their time, their retries, their events and their end; internal. */
@NullMarked
package ai.withcortex.core.call;

import org.jspecify.annotations.NullMarked;
