/** Reads what a fuzzer makes, and compares with what another parser and the spec make of it. */
@NullMarked
package ai.withcortex.fuzz;

import org.jspecify.annotations.NullMarked;
