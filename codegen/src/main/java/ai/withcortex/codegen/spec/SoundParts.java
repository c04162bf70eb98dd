package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes the parts of a spec that have faults with which no check can read them, and the parts
 * that refer to those. The checks of all others find what they would find in the whole spec.
 */
final class SoundParts {
  /** Keywords whose values, or those of their members, refer to other parts. */
  private static final Set<String> REFERENCES = Set.of("$ref", "mapping", SpecKeywords.FILTER_OF);

  private final JsonNode root;

  /** The location of each removed part. */
  private final Set<String> removed = new HashSet<>();

  private SoundParts(JsonNode root) {
    this.root = root;
  }

  /** Removes the components, paths or other parts that contain the given locations. */
  static void keepIn(JsonNode root, List<SpecPlace> unreadable) {
    SoundParts parts = new SoundParts(root);
    unreadable.forEach(place -> parts.remove(part(place.steps())));
    boolean isNew = !parts.removed.isEmpty();
    Map<List<String>, Set<String>> referring = isNew ? parts.references() : Map.of();
    while (isNew) {
      isNew = referring.entrySet().removeIf(part -> parts.removeIfReferring(part));
    }
  }

  /** Returns the steps to the part to which the given steps lead. */
  private static List<String> part(List<String> steps) {
    String first = steps.isEmpty() ? "" : steps.get(0);
    int length = first.equals("components") ? 3 : first.equals("paths") ? 2 : 1;
    return steps.subList(0, Math.min(length, steps.size()));
  }

  private void remove(List<String> part) {
    if (!part.isEmpty()) {
      List<String> parent = part.subList(0, part.size() - 1);
      JsonNode parts = root;
      for (String step : parent) {
        parts = parts.path(step);
      }
      if (parts instanceof ObjectNode object) {
        JsonNode content = object.remove(part.get(part.size() - 1));
        removed.add(SpecPlace.ROOT.to(part.toArray()).pointer() + "/");
        if (content != null && content.has("discriminator")) {
          // Variants are checked with their union.
          references(content).forEach(variant -> remove(part(new SpecPlace(variant).steps())));
        }
      }
    }
  }

  private boolean removeIfReferring(Map.Entry<List<String>, Set<String>> part) {
    boolean refers =
        part.getValue().stream().anyMatch(to -> removed.stream().anyMatch((to + "/")::startsWith));
    if (refers) {
      remove(part.getKey());
    }
    return refers;
  }

  /** Returns what each component and path refers to. */
  private Map<List<String>, Set<String>> references() {
    Map<List<String>, Set<String>> references = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> section : root.path("components").properties()) {
      for (Map.Entry<String, JsonNode> part : section.getValue().properties()) {
        references.put(
            List.of("components", section.getKey(), part.getKey()), references(part.getValue()));
      }
    }
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      references.put(List.of("paths", path.getKey()), references(path.getValue()));
    }
    return references;
  }

  private static Set<String> references(JsonNode part) {
    Set<String> references = new HashSet<>();
    collect("", part, references);
    return references;
  }

  private static void collect(String keyword, JsonNode value, Set<String> references) {
    if (value.isTextual() && REFERENCES.contains(keyword)) {
      String text = value.asText();
      references.add(text.startsWith("#") ? text : SpecDocument.SCHEMAS + text);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      collect(keyword.equals("mapping") ? keyword : member.getKey(), member.getValue(), references);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      collect("", value.get(i), references);
    }
  }
}
