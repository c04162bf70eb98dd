/**
 * What generated code needs for parameters: several values in one, and values that may be absent.
 */
@NullMarked
package ai.withcortex.core.parameter;

import org.jspecify.annotations.NullMarked;
