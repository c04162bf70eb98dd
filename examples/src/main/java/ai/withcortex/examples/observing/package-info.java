/** Recipes for logs, metrics and traces: a listener for each, to copy, and a program to try it. */
@NullMarked
package ai.withcortex.examples.observing;

import org.jspecify.annotations.NullMarked;
