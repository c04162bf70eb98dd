package ai.withcortex.examples;

import ai.withcortex.core.event.Drift;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A YAML overlay that adds a difference to the spec. Arrays are appended to those in the spec. */
final class SpecAddition {
  private final StringBuilder yaml = new StringBuilder();

  private SpecAddition() {}

  static String of(Drift drift, NewLabels labels) {
    SpecAddition addition = new SpecAddition();
    addition.write(drift, labels);
    return addition.yaml.toString();
  }

  private void write(Drift drift, NewLabels labels) {
    switch (drift.kind()) {
      case UNKNOWN_PROPERTY:
        schema(drift.schema(), "properties:");
        property(8, name(drift), drift.found());
        break;
      case UNKNOWN_VALUE:
        schema(drift.schema(), "enum:");
        labels.values(drift.schema()).forEach(value -> line(8, "- " + scalar(value)));
        break;
      case UNKNOWN_VARIANT:
        labels.steps().forEach(this::step);
        break;
      case OTHER_KIND:
      case UNREADABLE_VALUE:
        kind(drift);
        break;
      case REPEATED_NAME:
        line(0, "# Nothing to add: one of the two values is ignored. Fix this in the server.");
        break;
    }
  }

  private void kind(Drift drift) {
    line(0, "# If the property comes from a schema that this schema includes, change it there.");
    schema(drift.schema(), "properties:");
    line(8, scalar(name(drift)) + ":");
    if (drift.found() == JsonValue.Kind.NULL) {
      line(10, "nullable: true");
    } else if (drift.kind() == DriftKind.OTHER_KIND) {
      line(10, "# Remove its type so that it can also be " + drift.found().withArticle() + ".");
    } else {
      line(10, "# Remove its format or type: the values found do not match them.");
    }
  }

  /** Adds a step type with the properties that are not common to all steps. */
  private void step(String label, Map<String, JsonValue> properties) {
    String name = className(label) + "Step";
    String reference = "'#/components/schemas/" + name + "'";
    if (yaml.length() > 0) {
      line(0, "---");
    }
    schema("WorkflowStep", "oneOf:");
    line(8, "- $ref: " + reference);
    line(6, "discriminator:");
    line(8, "mapping:");
    line(10, scalar(label) + ": " + reference);
    line(4, "StepType:");
    line(6, "enum:");
    line(8, "- " + scalar(label));
    line(4, name + ":");
    line(6, "description: What it does.");
    line(6, "allOf:");
    line(8, "- $ref: '#/components/schemas/StepBase'");
    line(8, "- type: object");
    line(10, "required: [type]");
    line(10, "properties:");
    line(12, "type:");
    line(14, "type: string");
    line(14, "enum:");
    line(16, "- " + scalar(label));
    properties.forEach((property, value) -> property(12, property, value.kind()));
  }

  private void schema(String name, String part) {
    line(0, "components:");
    line(2, "schemas:");
    line(4, name + ":");
    line(6, part);
  }

  private void property(int indent, String name, JsonValue.Kind kind) {
    line(indent, scalar(name) + ":");
    line(indent + 2, "description: What it is.");
    switch (kind) {
      case OBJECT:
        line(indent + 2, "type: object");
        line(indent + 2, "additionalProperties: true");
        break;
      case ARRAY:
        line(indent + 2, "type: array");
        line(indent + 2, "items: {}");
        break;
      case NULL:
        break;
      default:
        line(indent + 2, "type: " + kind.name().toLowerCase(Locale.ROOT));
        break;
    }
  }

  private static String name(Drift drift) {
    return drift.path().substring(drift.path().lastIndexOf('.') + 1);
  }

  private static String className(String label) {
    String name = words(label);
    return name.isEmpty() ? "New" : name;
  }

  private static String words(String label) {
    return Arrays.stream(label.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** Quotes the text unless YAML can only read it as this string. */
  private static String scalar(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_-]{2,}")
            && !text.matches("(?i)yes|off|true|false|null")
        ? text
        : JsonValue.of(text).json();
  }

  private void line(int indent, String text) {
    for (int i = 0; i < indent; i++) {
      yaml.append(' ');
    }
    yaml.append(text).append('\n');
  }
}
