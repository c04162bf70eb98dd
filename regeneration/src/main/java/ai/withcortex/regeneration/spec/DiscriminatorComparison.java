package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.spec.SpecComparison.escaped;
import static ai.withcortex.regeneration.spec.SpecComparison.shown;

import ai.withcortex.regeneration.spec.SchemaComparison.Place;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
      String kind = SpecTree.referred(was.isMissingNode() ? is : was);
      String told = "told " + kind + " by the label `" + label + "`";
      if (is.isMissingNode()) {
        // A kind that comes or goes is told by oneOf.
        String other = label(after, was);
        if (other != null) {
          add(label, told + " and tells it by `" + other + "`");
        }
      } else if (was.isMissingNode()) {
        String other = label(before, is);
        if (other != null && after.has(other)) {
          add(label, "tells " + kind + " by the label `" + label + "`, too");
        }
      } else if (!was.equals(is)) {
        add(label, told + ", which is that of " + SpecTree.referred(is) + " now");
      }
    }
  }

  private void add(String label, String what) {
    comparison.add(
        Kind.CHANGED,
        BREAKING,
        place.name(),
        place.pointer() + "/mapping/" + escaped(label),
        what,
        "What has this label is read as something else.");
  }

  private static @Nullable String label(JsonNode mapping, JsonNode target) {
    for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
      if (entry.getValue().equals(target)) {
        return entry.getKey();
      }
    }
    return null;
  }
}
