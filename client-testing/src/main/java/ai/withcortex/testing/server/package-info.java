/**
 * The HTTP side of the sandbox: it reads requests, and sends responses in full or in part. It knows
 * neither runs nor faults.
 */
@NullMarked
package ai.withcortex.testing.server;

import org.jspecify.annotations.NullMarked;
