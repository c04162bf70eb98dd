/** Tests of the client against the sandbox. */
@NullMarked
package ai.withcortex.testing.client;

import org.jspecify.annotations.NullMarked;
