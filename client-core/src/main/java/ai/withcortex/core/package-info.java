/**
 * The runtime under the client: configuration, authentication, errors, and the transport that sends
 * the calls of the generated interfaces.
 *
 * <p>Everything that fails does so with a {@link ai.withcortex.core.CortexException}; its
 * subclasses are told apart by what a caller would do. {@link ai.withcortex.core.RetryPolicy} says
 * what is repeated, {@link ai.withcortex.core.CortexListener} hears of it, and {@link
 * ai.withcortex.core.DriftReport} tells how the API has grown beyond the spec.
 */
@NullMarked
package ai.withcortex.core;

import org.jspecify.annotations.NullMarked;
