/** Steps of workflows, read as what they are. */
@NullMarked
package ai.withcortex.client.steps;

import org.jspecify.annotations.NullMarked;
