/**
 * Says what a changed spec means for those who use the client: what is new, what breaks, and which
 * version that is. {@code spec/regenerate} runs it.
 */
@NullMarked
package ai.withcortex.regeneration;

import org.jspecify.annotations.NullMarked;
