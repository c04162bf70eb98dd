/** Starts of runs that meet faults at every place. */
@NullMarked
package ai.withcortex.testing.client.starting;

import org.jspecify.annotations.NullMarked;
