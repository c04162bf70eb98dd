/** Generates the default runs of the sandbox from resource files and a seed. */
@NullMarked
package ai.withcortex.testing.sample;

import org.jspecify.annotations.NullMarked;
