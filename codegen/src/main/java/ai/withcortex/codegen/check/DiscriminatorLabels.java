package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.SpecDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels that distinguish the variants of unions, as listed in the mappings of the unions. */
final class DiscriminatorLabels {
  /** The labels by variant and property. */
  private final Map<String, Map<String, String>> labels = new TreeMap<>();

  DiscriminatorLabels(SpecDocument spec) {
    for (JsonNode schema : spec.schemas()) {
      JsonNode discriminator = schema.path("discriminator");
      for (Map.Entry<String, JsonNode> label : discriminator.path("mapping").properties()) {
        String target = label.getValue().asText();
        labels
            .computeIfAbsent(SpecDocument.name(target), v -> new TreeMap<>())
            .put(discriminator.path("propertyName").asText(), label.getKey());
      }
    }
  }

  /**
   * Returns the value that a property has in every object of the schema; null if values may differ.
   */
  @Nullable String of(String schema, String property) {
    return labels.getOrDefault(schema, Map.of()).get(property);
  }
}
