package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.spec.SpecTree.escaped;
import static ai.withcortex.regeneration.spec.SpecTree.shown;
import static ai.withcortex.regeneration.version.Effect.BREAKING;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the discriminators of unions. */
final class DiscriminatorComparison {
  private final SpecChanges changes;
  private final SchemaPlace place;
  private final Set<String> variants;

  /**
   * Creates a comparison of one union.
   *
   * @param variants the variants that both specs have; other variants are reported as new or
   *     removed
   */
  DiscriminatorComparison(SpecChanges changes, SchemaPlace place, Set<String> variants) {
    this.changes = changes;
    this.place = place;
    this.variants = variants;
  }

  void compare(JsonNode old, JsonNode now) {
    JsonNode was = old.path("propertyName");
    JsonNode is = now.path("propertyName");
    if (!was.equals(is)) {
      changes.add(
          Kind.CHANGED,
          BREAKING,
          place.name(),
          place.pointer() + "/propertyName",
          "had the discriminator " + shown(was) + " and now has " + shown(is),
          "The label is in a different property.");
    }
    compareLabels(old.path("mapping"), now.path("mapping"));
  }

  private void compareLabels(JsonNode before, JsonNode after) {
    for (String label : SpecTree.names(before, after)) {
      JsonNode was = before.path(label);
      JsonNode is = after.path(label);
      String variant = SpecTree.referred(was.isMissingNode() ? is : was);
      String told = "had the label `" + label + "` for " + variant;
      if (is.isMissingNode()) {
        String other = label(after, was);
        if (other != null || variants.contains(variant)) {
          add(
              label,
              told + (other == null ? " and no longer has one" : " and now has `" + other + "`"));
        }
      } else if (was.isMissingNode()) {
        String other = label(before, is);
        if (other == null ? variants.contains(variant) : after.has(other)) {
          add(label, "has a new label `" + label + "` for " + variant);
        }
      } else if (!was.equals(is)) {
        add(label, told + " and now has it for " + SpecTree.referred(is));
      }
    }
  }

  private void add(String label, String what) {
    changes.add(
        Kind.CHANGED,
        BREAKING,
        place.name(),
        place.pointer() + "/mapping/" + escaped(label),
        what,
        "Objects with this label are read as a different type.");
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
