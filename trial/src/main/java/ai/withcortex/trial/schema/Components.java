package ai.withcortex.trial.schema;

import ai.withcortex.codegen.spec.SpecDocument;
import com.fasterxml.jackson.databind.JsonNode;

/** The named parts of a document. */
record Components(JsonNode root) {
  JsonNode schemas() {
    return root.path("components").path("schemas");
  }

  /** Returns a part, or the component to which it refers. */
  JsonNode resolve(JsonNode part, String section) {
    JsonNode reference = part.path("$ref");
    return reference.isMissingNode()
        ? part
        : resolve(root.path("components").path(section).path(name(reference)), section);
  }

  /** Returns the last name of a reference or of a variant in a mapping. */
  static String name(JsonNode reference) {
    return SpecDocument.name(reference.asText());
  }
}
