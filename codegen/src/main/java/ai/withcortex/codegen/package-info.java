/** The generator that the OpenAPI Generator Maven Plugin runs to make {@code client-generated}. */
@NullMarked
package ai.withcortex.codegen;

import org.jspecify.annotations.NullMarked;
