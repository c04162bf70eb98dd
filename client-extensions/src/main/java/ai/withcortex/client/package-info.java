/**
 * The client: where everything begins.
 *
 * <p>{@link ai.withcortex.client.CortexClient} holds connections and the API key, and serves a
 * whole program. A {@link ai.withcortex.client.Workflow} of it lists runs that a {@link
 * ai.withcortex.api.RunQuery} describes, or watches them. What a list can do is in {@link
 * ai.withcortex.client.paging}, what a run holds in {@link ai.withcortex.model}, and what can go
 * wrong in {@link ai.withcortex.core.CortexException} and its subclasses.
 */
@NullMarked
@ClientStyle
package ai.withcortex.client;

import org.jspecify.annotations.NullMarked;
