/**
 * The generator that the OpenAPI Generator Maven plugin uses to create {@code client-generated}.
 */
@NullMarked
package ai.withcortex.codegen;

import org.jspecify.annotations.NullMarked;
