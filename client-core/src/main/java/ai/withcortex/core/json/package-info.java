/** JSON values that keep their text, and what the generated models are read and written with. */
@NullMarked
package ai.withcortex.core.json;

import org.jspecify.annotations.NullMarked;
