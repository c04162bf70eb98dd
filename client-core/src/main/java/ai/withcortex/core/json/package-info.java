/**
 * JSON values that keep their text, and what the generated models are read and written with.
 *
 * <p>{@link ai.withcortex.core.json.JsonValue} is what callers meet: the exact text of a value that
 * the spec leaves open, taken apart on demand. {@link ai.withcortex.core.json.OpenEnum} is what all
 * enums have in common. The rest serves generated adapters.
 */
@NullMarked
package ai.withcortex.core.json;

import org.jspecify.annotations.NullMarked;
