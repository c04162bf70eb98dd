/**
 * Compares the project with its last release, and reports what is new, what breaks, and which
 * version the next release needs. {@code spec/regenerate} runs it.
 */
@NullMarked
package ai.withcortex.regeneration;

import org.jspecify.annotations.NullMarked;
