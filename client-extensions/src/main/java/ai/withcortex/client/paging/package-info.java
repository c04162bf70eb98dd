/**
 * Paged lists with items of any type.
 *
 * <p>You can read a {@link ai.withcortex.client.paging.PagedIterable} as an {@code Iterable}, a
 * stream, or a publisher, with a callback, page by page, or as a {@link
 * ai.withcortex.client.paging.Walk}. A walk delivers each item exactly once, and its {@link
 * ai.withcortex.client.paging.Receipt} shows what is proven. Use {@link
 * ai.withcortex.client.paging.WalkOptions} to set limits, prefetching, and the {@link
 * ai.withcortex.client.paging.Checkpoint} to resume from. For lists from other endpoints, implement
 * a {@link ai.withcortex.client.paging.PageSource} and pass it to {@link
 * ai.withcortex.client.paging.PagedIterables}.
 */
@NullMarked
package ai.withcortex.client.paging;

import org.jspecify.annotations.NullMarked;
