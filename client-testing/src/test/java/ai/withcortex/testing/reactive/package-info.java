/** Tests of the client's publishers with reactive libraries, against the sandbox. */
@NullMarked
package ai.withcortex.testing.reactive;

import org.jspecify.annotations.NullMarked;
