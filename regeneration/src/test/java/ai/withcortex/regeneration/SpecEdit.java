package ai.withcortex.regeneration;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Map;

/** Applies the edits of {@code changes.yaml} to a spec. */
public final class SpecEdit {
  /** Reads and writes specs and tables. */
  public static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private SpecEdit() {}

  /** Applies an edit, whose members are the new values of JSON pointers. */
  public static String edited(String spec, JsonNode edit) throws IOException {
    JsonNode tree = YAML.readTree(spec);
    for (Map.Entry<String, JsonNode> change : edit.properties()) {
      set(tree, JsonPointer.compile(change.getKey()), change.getValue());
    }
    return YAML.writeValueAsString(tree);
  }

  private static void set(JsonNode tree, JsonPointer pointer, JsonNode value) {
    JsonNode owner = tree.at(pointer.head());
    String name = pointer.last().getMatchingProperty();
    if (owner instanceof ArrayNode array) {
      if (name.equals("-")) {
        array.add(value);
      } else {
        array.remove(Integer.parseInt(name));
      }
    } else if (!(owner instanceof ObjectNode object)) {
      throw new IllegalArgumentException("Nothing is at " + pointer.head());
    } else if (value.isNull()) {
      object.remove(name);
    } else {
      object.set(name, value);
    }
  }
}
