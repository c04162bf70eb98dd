/** Lists that come in pages, whatever they hold. */
@NullMarked
package ai.withcortex.client.paging;

import org.jspecify.annotations.NullMarked;
