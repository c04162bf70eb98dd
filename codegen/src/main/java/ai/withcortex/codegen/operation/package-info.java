/** Translates operations of the spec into methods of Retrofit interfaces. */
@NullMarked
package ai.withcortex.codegen.operation;

import org.jspecify.annotations.NullMarked;
