/** Names, reads and redacts parts of requests and responses; internal. */
@NullMarked
package ai.withcortex.core.http;

import org.jspecify.annotations.NullMarked;
