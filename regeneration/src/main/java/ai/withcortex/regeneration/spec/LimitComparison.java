package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.ADDITIVE;
import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.Effect.COMPATIBLE;
import static ai.withcortex.regeneration.spec.SpecComparison.shown;
import static java.util.stream.Collectors.toUnmodifiableSet;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.spec.SchemaComparison.Place;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what limits the values of a type. The client checks none of it; a server may. */
final class LimitComparison {
  /** The limits, and whether a greater one lets more through. */
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

  /** Of all that this class knows, what only limits values. */
  static final Set<String> NAMES =
      Stream.concat(LIMITS.keySet().stream(), Stream.of("pattern")).collect(toUnmodifiableSet());

  private final SpecComparison comparison;
  private final Place place;

  LimitComparison(SpecComparison comparison, Place place) {
    this.comparison = comparison;
    this.place = place;
  }

  /** Whether a part of a schema is one that this class knows; if so, it is compared. */
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
    comparison.add(
        Kind.CHANGED,
        place.isRequested() ? BREAKING : COMPATIBLE,
        place.name(),
        place.pointer() + "/default",
        "the default was " + shown(old) + " and is " + shown(now),
        place.isRequested() ? "Leaving it out means something else." : SpecChange.NOTHING);
  }

  private void compareLimit(String part, JsonNode old, JsonNode now, boolean isLooser) {
    Effect effect = !place.isRequested() ? COMPATIBLE : isLooser ? ADDITIVE : BREAKING;
    comparison.add(
        Kind.CHANGED,
        effect,
        place.name(),
        place.pointer() + "/" + part,
        "`" + part + "` was " + shown(old) + " and is " + shown(now),
        effect == BREAKING
            ? "Requests that were right are refused."
            : effect == ADDITIVE ? "More requests are right." : "The client accepts either.");
  }
}
