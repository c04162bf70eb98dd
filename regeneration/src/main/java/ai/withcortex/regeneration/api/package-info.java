/**
 * The public API of a module as text, and the changes from one such text to another.
 *
 * <p>{@code ClassFiles} reads the API from class files, and {@code SignatureFile} writes and reads
 * it as text. {@code StubJar} makes class files from it, so that japicmp can compare them; {@code
 * ApiRules} finds what japicmp does not look for.
 */
@NullMarked
package ai.withcortex.regeneration.api;

import org.jspecify.annotations.NullMarked;
