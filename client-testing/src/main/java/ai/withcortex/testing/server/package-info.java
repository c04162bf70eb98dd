/**
 * The HTTP layer of the sandbox, which reads requests and sends all or part of each response. It
 * does not depend on runs or faults.
 */
@NullMarked
package ai.withcortex.testing.server;

import org.jspecify.annotations.NullMarked;
