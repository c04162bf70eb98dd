/**
 * The public API of a module as text, and the changes from one such text to the next.
 *
 * <p>{@code ClassFiles} reads the API from class files, and {@code SignatureFile} writes and reads
 * it as text. {@code StubJar} creates class files from it, so that japicmp can compare them. {@code
 * ApiRules} finds the breaks that japicmp does not detect.
 */
@NullMarked
package ai.withcortex.regeneration.api;

import org.jspecify.annotations.NullMarked;
