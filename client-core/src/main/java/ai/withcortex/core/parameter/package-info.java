/**
 * Support for generated code: parameters with several values, and parameters that may be absent.
 */
@NullMarked
package ai.withcortex.core.parameter;

import org.jspecify.annotations.NullMarked;
