/**
 * The changes from one OpenAPI spec to the next, and their effect on requests and responses.
 *
 * <p>{@code SpecComparison} reads both specs as trees and reports each difference.
 */
@NullMarked
package ai.withcortex.regeneration.spec;

import org.jspecify.annotations.NullMarked;
