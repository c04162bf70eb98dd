/** The client: where everything begins. */
@NullMarked
@ClientStyle
package ai.withcortex.client;

import org.jspecify.annotations.NullMarked;
