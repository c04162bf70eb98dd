package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes the parts of a spec that have faults with which no check can read them, and the parts
 * that refer to those or share content with them through a YAML alias. The checks of all others
 * find what they would find in the whole spec.
 */
final class SoundParts {
  /** Keywords whose values, or those of their members, refer to other parts. */
  private static final Set<String> REFERENCES = Set.of("$ref", "mapping", SpecKeywords.FILTER_OF);

  private final JsonNode root;

  /** The location of each removed part. */
  private final Set<String> removed = new HashSet<>();

  /** The removed part that contains each unreadable object. Aliases are the same objects. */
  private final IdentityHashMap<JsonNode, String> unreadable = new IdentityHashMap<>();

  private SoundParts(JsonNode root) {
    this.root = root;
  }

  /** Removes the components, paths or other parts that contain the given locations. */
  static void keepIn(JsonNode root, List<SpecPlace> unreadable) {
    SoundParts parts = new SoundParts(root);
    unreadable.forEach(parts::addObject);
    unreadable.forEach(place -> parts.remove(part(place.steps())));
    boolean isNew = !parts.removed.isEmpty();
    Map<List<String>, Set<String>> referring = isNew ? parts.references() : Map.of();
    while (isNew) {
      isNew = referring.entrySet().removeIf(part -> parts.removeIfReferring(part));
    }
  }

  private void addObject(SpecPlace place) {
    if (!place.steps().isEmpty()) {
      String part = SpecPlace.ROOT.to(part(place.steps()).toArray()).pointer();
      unreadable.put(at(place.parent().steps()), part);
    }
  }

  /** Returns the steps to the part to which the given steps lead. */
  private static List<String> part(List<String> steps) {
    String first = steps.isEmpty() ? "" : steps.get(0);
    int length = first.equals("components") ? 3 : Set.of("info", "paths").contains(first) ? 2 : 1;
    return steps.subList(0, Math.min(length, steps.size()));
  }

  private void remove(List<String> part) {
    if (!part.isEmpty()) {
      if (at(part.subList(0, part.size() - 1)) instanceof ObjectNode object) {
        JsonNode content = object.remove(part.get(part.size() - 1));
        removed.add(SpecPlace.ROOT.to(part.toArray()).pointer() + "/");
        if (content != null && content.has("discriminator")) {
          // Variants are checked with their union.
          references(content).forEach(variant -> remove(part(new SpecPlace(variant).steps())));
        }
      }
    }
  }

  private JsonNode at(List<String> steps) {
    JsonNode node = root;
    for (String step : steps) {
      node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
    }
    return node;
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

  private Set<String> references(JsonNode part) {
    Set<String> references = new HashSet<>();
    collect("", part, references);
    return references;
  }

  private void collect(String keyword, JsonNode value, Set<String> references) {
    if (unreadable.containsKey(value)) {
      references.add(unreadable.get(value));
    }
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
