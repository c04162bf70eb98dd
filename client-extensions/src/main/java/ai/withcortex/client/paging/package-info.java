/** Lists that come in pages, whatever they hold. */
@NullMarked
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    defaults = @Value.Immutable(copy = false))
package ai.withcortex.client.paging;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
