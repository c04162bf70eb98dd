/**
 * JSON values that keep their exact text, and the classes that read and write the generated models.
 *
 * <p>Callers use {@link ai.withcortex.core.json.JsonValue}, which holds the exact text of a value
 * that the spec leaves open and parses it on demand, and {@link ai.withcortex.core.json.OpenEnum},
 * the common interface of all enums. The other types are for generated adapters.
 */
@NullMarked
package ai.withcortex.core.json;

import org.jspecify.annotations.NullMarked;
