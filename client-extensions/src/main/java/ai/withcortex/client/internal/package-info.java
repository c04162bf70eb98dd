/** Code shared by the other packages of the client. */
@NullMarked
package ai.withcortex.client.internal;

import org.jspecify.annotations.NullMarked;
