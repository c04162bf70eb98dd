/** Scans and writes JSON text; internal. */
@NullMarked
package ai.withcortex.core.text;

import org.jspecify.annotations.NullMarked;
