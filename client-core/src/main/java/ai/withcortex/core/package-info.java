/**
 * The runtime of the client: configuration, authentication, errors, and the transport that sends
 * the calls of the generated interfaces.
 *
 * <p>Every failure is a {@link ai.withcortex.core.error.CortexException}, with one subclass for
 * each way to react. {@link ai.withcortex.core.RetryPolicy} configures retries, {@link
 * ai.withcortex.core.event.CortexListener} receives events, and {@link
 * ai.withcortex.core.event.DriftReport} shows how the API has grown beyond the spec.
 */
@NullMarked
package ai.withcortex.core;

import org.jspecify.annotations.NullMarked;
