/**
 * How a walk chooses the pages that it requests, and which of their items it delivers.
 *
 * <p>A {@link ai.withcortex.client.internal.paging.PagingStrategy} makes these choices. It sends
 * nothing and knows neither sources nor options; {@code ai.withcortex.client.paging} calls it.
 */
@NullMarked
package ai.withcortex.client.internal.paging;

import org.jspecify.annotations.NullMarked;
