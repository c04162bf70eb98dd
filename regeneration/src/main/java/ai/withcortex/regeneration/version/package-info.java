/** Semantic versions, and the effect of changes on them. */
@NullMarked
package ai.withcortex.regeneration.version;

import org.jspecify.annotations.NullMarked;
