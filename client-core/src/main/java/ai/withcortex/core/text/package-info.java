/** Scans JSON text and writes it; internal. */
@NullMarked
package ai.withcortex.core.text;

import org.jspecify.annotations.NullMarked;
