/** The client: where everything begins. */
@NullMarked
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    depluralize = true,
    defaults = @Value.Immutable(copy = false))
package ai.withcortex.client;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
