/** What happens to the newest items of a list: which come, change and go. */
@NullMarked
package ai.withcortex.client.watching;

import org.jspecify.annotations.NullMarked;
