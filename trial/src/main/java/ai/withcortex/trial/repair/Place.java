package ai.withcortex.trial.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place in a document that is being edited. The place may be gone, because another remedy removed
 * it; edits then have no effect.
 *
 * @param steps the names and indexes that lead from the root to the place
 */
record Place(EditedDocument document, List<String> steps) {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Place at(EditedDocument document, String pointer) {
    List<String> steps =
        Arrays.stream(pointer.split("/", -1))
            .skip(1)
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList();
    return new Place(document, steps);
  }

  String last() {
    return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
  }

  /** Returns the place that contains this one. */
  Place parent() {
    return new Place(document, steps.subList(0, Math.max(0, steps.size() - 1)));
  }

  Place to(String... further) {
    List<String> longer = new ArrayList<>(steps);
    longer.addAll(List.of(further));
    return new Place(document, longer);
  }

  /** Returns whether this is a part with a name, to which others refer. */
  boolean isComponent() {
    return steps.size() == 3 && steps.get(0).equals("components");
  }

  JsonNode node() {
    JsonNode node = document.root();
    for (String step : steps) {
      node = child(node, step);
    }
    return node;
  }

  private static JsonNode child(JsonNode node, String step) {
    return node.isArray()
        ? node.path(step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1)
        : node.path(step);
  }

  /** Returns the object here; a new one without effect if there is none. */
  ObjectNode object() {
    return node() instanceof ObjectNode object ? object : JSON.objectNode();
  }

  String text() {
    return node().asText();
  }

  void set(String text) {
    set(JSON.textNode(text));
  }

  void set(JsonNode value) {
    JsonNode parent = parent().node();
    if (parent instanceof ObjectNode object) {
      object.set(last(), value);
    } else if (parent instanceof ArrayNode list && list.has(Integer.parseInt(last()))) {
      list.set(Integer.parseInt(last()), value);
    }
  }

  /** Removes what is here. References to it are removed, too. */
  void remove() {
    if (isComponent()) {
      document.removeReferences("#/" + String.join("/", steps));
    }
    JsonNode parent = parent().node();
    if (parent instanceof ObjectNode object) {
      object.remove(last());
    } else if (parent instanceof ArrayNode list) {
      list.remove(Integer.parseInt(last()));
    }
  }

  /** Removes a text from the list here, and the list if nothing is left. */
  void removeFromList(String text) {
    if (node() instanceof ArrayNode list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        if (list.get(i).asText().equals(text)) {
          list.remove(i);
        }
      }
      if (list.isEmpty()) {
        remove();
      }
    }
  }

  boolean isGone() {
    return node() instanceof MissingNode;
  }
}
