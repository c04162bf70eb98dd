/**
 * Strategies that choose which pages a walk requests and which of their items it delivers.
 *
 * <p>A {@link ai.withcortex.client.internal.paging.PagingStrategy} makes these choices. It does not
 * send requests and knows nothing about sources or options. It is called by {@code
 * ai.withcortex.client.paging}.
 */
@NullMarked
package ai.withcortex.client.internal.paging;

import org.jspecify.annotations.NullMarked;
