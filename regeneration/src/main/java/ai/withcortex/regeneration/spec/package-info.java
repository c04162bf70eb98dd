/**
 * What changed from one OpenAPI spec to another, and what that does on the wire.
 *
 * <p>{@code SpecComparison} reads both as trees and gives each difference; openapi-diff has a look
 * at the same, so that neither alone decides what is harmless.
 */
@NullMarked
package ai.withcortex.regeneration.spec;

import org.jspecify.annotations.NullMarked;
