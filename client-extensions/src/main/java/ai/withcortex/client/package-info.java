/**
 * The entry point of the client.
 *
 * <p>{@link ai.withcortex.client.CortexClient} holds connections and the API key; one client serves
 * a whole program. Its {@link ai.withcortex.client.Workflow} lists or watches the runs that a
 * {@link ai.withcortex.api.RunQuery} selects. See {@link ai.withcortex.client.paging} for lists,
 * {@link ai.withcortex.model} for the content of a run, and {@link
 * ai.withcortex.core.error.CortexException} and its subclasses for errors.
 */
@NullMarked
@ClientStyle
package ai.withcortex.client;

import org.jspecify.annotations.NullMarked;
