/** From an operation in the spec to the methods of a Retrofit interface. */
@NullMarked
package ai.withcortex.codegen.operation;

import org.jspecify.annotations.NullMarked;
