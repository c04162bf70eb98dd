/** Tries the generator with OpenAPI documents that were not written for it. */
@NullMarked
package ai.withcortex.trial;

import org.jspecify.annotations.NullMarked;
