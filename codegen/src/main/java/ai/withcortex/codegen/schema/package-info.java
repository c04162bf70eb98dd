/** From a schema in the spec to a class for its values. */
@NullMarked
package ai.withcortex.codegen.schema;

import org.jspecify.annotations.NullMarked;
