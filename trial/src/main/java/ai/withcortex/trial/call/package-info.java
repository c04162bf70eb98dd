/** Calls generated operations, and compares requests and results with the document. */
@NullMarked
package ai.withcortex.trial.call;

import org.jspecify.annotations.NullMarked;
