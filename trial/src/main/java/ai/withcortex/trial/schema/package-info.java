/**
 * What a document says about values and requests, read from the document and not from generated
 * code.
 */
@NullMarked
package ai.withcortex.trial.schema;

import org.jspecify.annotations.NullMarked;
