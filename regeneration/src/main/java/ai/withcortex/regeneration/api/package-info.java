/**
 * The public API of a module as text, and what changes from one such text to another.
 *
 * <p>{@code PublicApi} reads class files and writes signature files; {@code StubJar} makes class
 * files of a signature file again, so that japicmp can compare them.
 */
@NullMarked
package ai.withcortex.regeneration.api;

import org.jspecify.annotations.NullMarked;
