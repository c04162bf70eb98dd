/** The exceptions that calls and walks throw. */
@NullMarked
package ai.withcortex.core.error;

import org.jspecify.annotations.NullMarked;
