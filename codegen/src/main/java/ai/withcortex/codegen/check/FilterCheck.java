package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Rejects a filter that its enum in Java could not stand for. */
final class FilterCheck {
  private FilterCheck() {}

  /**
   * Checks an enum that says by {@link SpecDocument#FILTER_OF} which other it filters by. It may
   * lack values of that one: the API may have some that it does not filter by.
   */
  static void check(SpecDocument spec, SpecPlace place, JsonNode filter) {
    SpecPlace hint = place.to(SpecDocument.FILTER_OF);
    JsonNode name = filter.path(SpecDocument.FILTER_OF);
    JsonNode target = spec.schema(name.asText());
    if (!name.isTextual() || !target.has("enum") || target.has(SpecDocument.FILTER_OF)) {
      throw new SpecException(
          hint,
          "is " + name + ", which is no enum under #/components/schemas",
          "Name the enum that has the values without the one for any.");
    }
    Set<String> others = values(filter);
    others.removeAll(values(target));
    if (others.size() != 1) {
      throw new SpecException(
          place.to("enum"),
          "has " + others + " besides the values of '" + name.asText() + "'",
          "Keep exactly one, which says the same as leaving the parameter out, or drop '"
              + SpecDocument.FILTER_OF
              + "'.");
    }
  }

  private static Set<String> values(JsonNode enumeration) {
    Set<String> values = new LinkedHashSet<>();
    enumeration.path("enum").forEach(value -> values.add(value.asText()));
    return values;
  }
}
