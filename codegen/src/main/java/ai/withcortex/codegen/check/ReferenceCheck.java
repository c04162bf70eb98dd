package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Rejects references to nothing and to other files in parts that no other check follows, such as
 * examples.
 */
final class ReferenceCheck {
  /** Keywords with values of any kind, in which {@code $ref} means nothing. */
  private static final Set<String> VALUES = Set.of("default", "enum", "example", "value");

  private final SpecDocument spec;
  private final Faults faults;

  ReferenceCheck(SpecDocument spec, Faults faults) {
    this.spec = spec;
    this.faults = faults;
  }

  void check() {
    check(SpecPlace.ROOT, spec.root(), false);
  }

  /**
   * @param isNamed whether the node is an object with names that the spec chooses
   */
  private void check(SpecPlace place, JsonNode node, boolean isNamed) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      check(place.to(i), node.get(i), false);
    }
    if (!isNamed && node.path("$ref").isTextual()) {
      requireTarget(place, node.path("$ref").asText());
      return;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (isNamed || !(VALUES.contains(name) || name.startsWith("x-"))) {
        boolean hasNames = !isNamed && SpecKeywords.hasNames(name);
        check(place.to(name), member.getValue(), hasNames);
      }
    }
  }

  private void requireTarget(SpecPlace place, String reference) {
    if (!reference.startsWith("#/")) {
      faults.addUnlessKnown(
          new SpecException(
              place,
              "refers to '" + reference + "', which is not in this file",
              "Put the definition under #/components in this file, and refer to it there."));
    } else if (spec.at(reference).isMissingNode()) {
      faults.addUnlessKnown(SpecDocument.missing(place, reference));
    }
  }
}
