package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.spec.SpecTree.shown;
import static ai.withcortex.regeneration.version.Effect.ADDITIVE;
import static ai.withcortex.regeneration.version.Effect.BREAKING;
import static ai.withcortex.regeneration.version.Effect.COMPATIBLE;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.version.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Compares limits on values. The client does not check them, but a server may. */
final class LimitComparison {
  /** The limits, and whether a higher limit allows more values. */
  private static final Map<String, Boolean> LIMITS =
      Map.of(
          "maximum", true,
          "maxLength", true,
          "maxItems", true,
          "maxProperties", true,
          "minimum", false,
          "minLength", false,
          "minItems", false,
          "minProperties", false);

  private final SpecChanges changes;
  private final SchemaPlace place;

  LimitComparison(SpecChanges changes, SchemaPlace place) {
    this.changes = changes;
    this.place = place;
  }

  /**
   * Compares a part of a schema and returns true, or returns false if this class has no rule for
   * it.
   */
  boolean compare(String part, JsonNode old, JsonNode now) {
    Boolean isUpper = LIMITS.get(part);
    if (isUpper != null) {
      boolean isLooser =
          now.isMissingNode()
              || (!old.isMissingNode() && isUpper == now.asDouble() > old.asDouble());
      compareLimit(part, old, now, isLooser);
    } else if (part.equals("pattern")) {
      compareLimit(part, old, now, now.isMissingNode());
    } else if (part.equals("default")) {
      compareDefault(old, now);
    } else {
      return false;
    }
    return true;
  }

  private void compareDefault(JsonNode old, JsonNode now) {
    changes.add(
        Kind.CHANGED,
        place.isRequested() ? BREAKING : COMPATIBLE,
        place.name(),
        place.pointer() + "/default",
        "the default was " + shown(old) + " and is now " + shown(now),
        place.isRequested()
            ? "Requests that omit it now have a different meaning."
            : SpecChange.NOTHING);
  }

  private void compareLimit(String part, JsonNode old, JsonNode now, boolean isLooser) {
    Effect effect = !place.isRequested() ? COMPATIBLE : isLooser ? ADDITIVE : BREAKING;
    changes.add(
        Kind.CHANGED,
        effect,
        place.name(),
        place.pointer() + "/" + part,
        "`" + part + "` was " + shown(old) + " and is now " + shown(now),
        effect == BREAKING
            ? "Requests that were valid are now rejected."
            : effect == ADDITIVE ? "More requests are valid." : "The client accepts both.");
  }
}
