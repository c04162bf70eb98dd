/**
 * Recipes for logs, metrics, and traces, each with a listener to copy and a program to try it out.
 */
@NullMarked
package ai.withcortex.examples.observing;

import org.jspecify.annotations.NullMarked;
