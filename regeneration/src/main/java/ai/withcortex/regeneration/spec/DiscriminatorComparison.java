package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.spec.SpecComparison.escaped;
import static ai.withcortex.regeneration.spec.SpecComparison.shown;

import ai.withcortex.regeneration.spec.SchemaComparison.Place;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;

/** Compares how the kinds of a union are told apart. */
final class DiscriminatorComparison {
  private final SpecComparison comparison;
  private final Place place;

  DiscriminatorComparison(SpecComparison comparison, Place place) {
    this.comparison = comparison;
    this.place = place;
  }

  void compare(JsonNode old, JsonNode now) {
    JsonNode was = old.path("propertyName");
    JsonNode is = now.path("propertyName");
    if (!was.equals(is)) {
      comparison.add(
          Kind.CHANGED,
          BREAKING,
          place.name(),
          place.pointer() + "/propertyName",
          "kinds were told apart by " + shown(was) + " and are by " + shown(is),
          "The label is another property.");
    }
    compareLabels(old.path("mapping"), now.path("mapping"));
  }

  private void compareLabels(JsonNode before, JsonNode after) {
    for (String label : SpecComparison.names(before, after)) {
      JsonNode was = before.path(label);
      JsonNode is = after.path(label);
      boolean isOfNewKind = was.isMissingNode() && !holds(before, is);
      boolean isOfOldKind = is.isMissingNode() && !holds(after, was);
      // A kind that comes or goes is told by oneOf.
      if (!was.equals(is) && !isOfNewKind && !isOfOldKind) {
        comparison.add(
            Kind.CHANGED,
            BREAKING,
            place.name(),
            place.pointer() + "/mapping/" + escaped(label),
            was.isMissingNode()
                ? "has the label `" + label + "`, too, for " + SpecTree.referred(is)
                : is.isMissingNode()
                    ? "lacks the label `" + label + "`, which stood for " + SpecTree.referred(was)
                    : "the label `"
                        + label
                        + "` stood for "
                        + SpecTree.referred(was)
                        + " and stands for "
                        + SpecTree.referred(is),
            "What has this label is read as something else.");
      }
    }
  }

  private static boolean holds(JsonNode mapping, JsonNode target) {
    for (JsonNode value : mapping) {
      if (value.equals(target)) {
        return true;
      }
    }
    return false;
  }
}
