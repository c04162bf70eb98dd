package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Rejects enums that the generator does not support. */
final class EnumCheck {
  /** The number of constants up to which the code that creates them is less than 64 kB. */
  private static final int MAX_VALUES = 4000;

  private final ConstantCheck constants;
  private final Faults faults;

  EnumCheck(ConstantCheck constants, Faults faults) {
    this.constants = constants;
    this.faults = faults;
  }

  void check(SpecPlace place, JsonNode schema) {
    JsonNode values = schema.path("enum");
    if (values.isEmpty()) {
      faults.add(new SpecException(place.to("enum"), "is empty", "List its values, or remove it."));
    }
    if (values.size() > MAX_VALUES) {
      faults.add(
          new SpecException(
              place.to("enum"),
              "has " + values.size() + " values, and at most " + MAX_VALUES + " are possible",
              "Remove it: a string without an enum can have any value."));
    }
    if (schema.has("format")) {
      faults.add(new SpecException(place, "is an enum with a format", "Remove one of them."));
    }
    Set<String> listed = new TreeSet<>();
    for (int i = 0; i < values.size(); i++) {
      JsonNode value = values.get(i);
      SpecPlace its = place.to("enum", i);
      if (value.isTextual() && !listed.add(value.asText())) {
        faults.add(new SpecException(its, "repeats '" + value.asText() + "'", "Remove it."));
      } else {
        faults.collect(() -> checkValue(its, value));
      }
    }
    faults.collect(() -> constants.check(place, schema));
    if (schema.has(SpecKeywords.ENDED)) {
      checkEnded(place.to(SpecKeywords.ENDED), schema.path(SpecKeywords.ENDED), listed);
    }
  }

  private static void checkValue(SpecPlace place, JsonNode value) {
    if (value.isNull()) {
      throw new SpecException(
          place, "is null", "Remove it, and write 'nullable: true' where the enum is used.");
    }
    if (!value.isTextual()) {
      throw new SpecException(place, "is read by YAML as " + value, "Put it in quotes.");
    }
  }

  private void checkEnded(SpecPlace place, JsonNode ended, Set<String> values) {
    if (!ended.isArray() || ended.isEmpty()) {
      throw new SpecException(
          place,
          "is " + ended + " instead of a list of values",
          "List the final values, or remove it.");
    }
    for (int i = 0; i < ended.size(); i++) {
      JsonNode value = ended.get(i);
      if (!value.isTextual() || !values.contains(value.asText())) {
        faults.add(
            new SpecException(
                place.to(i),
                "is " + value + ", which is not a value of the enum",
                "Fix or remove it."));
      }
    }
  }
}
