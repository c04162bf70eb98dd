/** What the other packages of the client share. */
@NullMarked
package ai.withcortex.client.internal;

import org.jspecify.annotations.NullMarked;
