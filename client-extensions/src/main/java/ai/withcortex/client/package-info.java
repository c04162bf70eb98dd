/**
 * The entry point to the client.
 *
 * <p>{@link ai.withcortex.client.CortexClient} holds the connections and the API key; one client is
 * enough for an entire program. Use {@link ai.withcortex.client.WorkflowHandle} to list or watch
 * the runs that match a {@link ai.withcortex.api.RunQuery}. See {@link ai.withcortex.client.paging}
 * for lists, {@link ai.withcortex.model} for the contents of a run, and {@link
 * ai.withcortex.core.error.CortexException} and its subclasses for errors.
 */
@NullMarked
@ClientStyle
package ai.withcortex.client;

import org.jspecify.annotations.NullMarked;
