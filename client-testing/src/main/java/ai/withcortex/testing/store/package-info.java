/** Stores the runs of the sandbox by app and workflow and divides lists of runs into pages. */
@NullMarked
package ai.withcortex.testing.store;

import org.jspecify.annotations.NullMarked;
