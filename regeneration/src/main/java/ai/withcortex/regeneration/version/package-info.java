/** Semantic versions, and what changes mean for them. */
@NullMarked
package ai.withcortex.regeneration.version;

import org.jspecify.annotations.NullMarked;
