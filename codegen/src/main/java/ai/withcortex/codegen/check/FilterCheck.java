package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Rejects filters that cannot be replaced by their enum in Java. */
final class FilterCheck {
  private FilterCheck() {}

  /**
   * Checks an enum that names another enum with {@link SpecKeywords#FILTER_OF}. It does not need
   * all values of that enum, because the API may not support filtering by all of them.
   */
  static void check(SpecDocument spec, SpecPlace place, JsonNode filter) {
    SpecPlace hint = place.to(SpecKeywords.FILTER_OF);
    JsonNode name = filter.path(SpecKeywords.FILTER_OF);
    JsonNode target = spec.schema(name.asText());
    if (!name.isTextual() || !target.has("enum") || target.has(SpecKeywords.FILTER_OF)) {
      throw new SpecException(
          hint,
          "is " + name + ", which is not an enum under #/components/schemas",
          "Name the enum whose values it filters by.");
    }
    if (filter.has(SpecKeywords.ENDED)) {
      throw new SpecException(
          place.to(SpecKeywords.ENDED),
          "belongs to a filter, for which no class is generated",
          "Move it to '" + name.asText() + "'.");
    }
    Set<String> others = values(filter);
    others.removeAll(values(target));
    if (others.size() != 1) {
      throw new SpecException(
          place.to("enum"),
          "has " + others + " in addition to the values of '" + name.asText() + "'",
          "Keep exactly one, with the same meaning as omitting the parameter, or remove '"
              + SpecKeywords.FILTER_OF
              + "'.");
    }
  }

  private static Set<String> values(JsonNode enumeration) {
    Set<String> values = new LinkedHashSet<>();
    enumeration.path("enum").forEach(value -> values.add(value.asText()));
    return values;
  }
}
