/** The runs of the sandbox by app and workflow, and the pages of their lists. */
@NullMarked
package ai.withcortex.testing.store;

import org.jspecify.annotations.NullMarked;
