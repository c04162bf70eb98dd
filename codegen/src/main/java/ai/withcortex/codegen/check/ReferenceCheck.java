package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rejects references to nothing and to other files in parts that no other check follows, such as
 * examples.
 */
final class ReferenceCheck {
  /** Keywords with values of any kind, in which {@code $ref} means nothing. */
  private static final Set<String> VALUES = Set.of("default", "enum", "example", "value");

  private static final Pattern EXAMPLE = Pattern.compile("#/components/examples/[^/]+");

  private final SpecDocument spec;
  private final Faults faults;

  ReferenceCheck(SpecDocument spec, Faults faults) {
    this.spec = spec;
    this.faults = faults;
  }

  void check() {
    check(SpecPlace.ROOT, spec.root(), false, false);
  }

  /**
   * @param isNamed whether the node is an object with names that the spec chooses
   * @param isExample whether the node is an example, or the object with the names of examples
   */
  private void check(SpecPlace place, JsonNode node, boolean isNamed, boolean isExample) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      check(place.to(i), node.get(i), false, false);
    }
    if (!isNamed && node.path("$ref").isTextual()) {
      requireTarget(place, node.path("$ref").asText(), isExample);
      return;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (isNamed || !(VALUES.contains(name) || name.startsWith("x-"))) {
        boolean hasNames = !isNamed && SpecKeywords.hasNames(name);
        boolean hasExamples = hasNames ? name.equals("examples") : isNamed && isExample;
        check(place.to(name), member.getValue(), hasNames, hasExamples);
      }
    }
  }

  private void requireTarget(SpecPlace place, String reference, boolean isExample) {
    if (!reference.startsWith("#/")) {
      faults.addUnlessKnown(
          new SpecException(
              place,
              "refers to '" + reference + "', which is not in this file",
              "Put the definition under #/components in this file, and refer to it there."));
    } else if (spec.at(reference).isMissingNode()) {
      faults.addUnlessKnown(SpecDocument.missing(place, reference));
    } else if (isExample && !EXAMPLE.matcher(reference).matches()) {
      faults.addUnlessKnown(
          new SpecException(
              place,
              "refers to '" + reference + "', which is not a named example",
              "Put the example under #/components/examples, and refer to it there."));
    }
  }
}
