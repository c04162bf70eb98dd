/** Translates schemas of the spec into classes for their values. */
@NullMarked
package ai.withcortex.codegen.schema;

import org.jspecify.annotations.NullMarked;
