// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.UnionType;
import java.util.Map;

/** The {@code Pet} schema of the spec. */
public interface Pet {
  /** The variants of this union, by label. */
  UnionType<Pet> UNION =
      UnionType.of("Pet", Pet.class, "k&x'<y>=`")
          .variant("cat&'<>", Cat.class)
          .unknown(UnknownPet.class);

  /** The JSON property {@code k&x'<y>=}. */
  String kXY();

  /** Returns the properties that the accessors do not expose, exactly as they were received. */
  Map<String, JsonValue> additionalProperties();

  /** Calls the visitor's method for this variant. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles each variant of {@link Pet} in its own method. Methods that are not overridden call
   * {@link #visitUnknown}, as do the methods for variants added in later versions.
   */
  interface Visitor<R> {
    /** Visits a {@code cat&'<>} variant. */
    default R visitCat(Cat value) {
      return visitUnknown(value);
    }

    /** Visits every variant that no other method handles, including {@link UnknownPet}. */
    R visitUnknown(Pet value);
  }
}
