/**
 * Lists that come in pages, whatever they hold.
 *
 * <p>A {@link ai.withcortex.client.paging.PagedIterable} is read as an {@code Iterable}, a stream,
 * a publisher, by a callback, page by page, or as a {@link ai.withcortex.client.paging.Walk}, which
 * delivers each item exactly once and ends in a {@link ai.withcortex.client.paging.Receipt} that
 * says what is certain. {@link ai.withcortex.client.paging.WalkOptions} has limits, prefetch and
 * the {@link ai.withcortex.client.paging.Checkpoint} to go on from. Lists of other endpoints get
 * the same from a {@link ai.withcortex.client.paging.PageSource}.
 */
@NullMarked
package ai.withcortex.client.paging;

import org.jspecify.annotations.NullMarked;
