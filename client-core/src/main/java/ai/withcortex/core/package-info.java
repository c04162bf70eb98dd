/**
 * The runtime under the client: configuration, authentication, errors, and the transport that sends
 * the calls of the generated interfaces.
 */
@NullMarked
package ai.withcortex.core;

import org.jspecify.annotations.NullMarked;
