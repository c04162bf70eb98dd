package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.spec.SpecTree.escaped;
import static ai.withcortex.regeneration.spec.SpecTree.shown;
import static ai.withcortex.regeneration.version.Effect.ADDITIVE;
import static ai.withcortex.regeneration.version.Effect.BREAKING;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares schemas, both named and inline. */
final class SchemaComparison {
  /** Explains how to add an argument without removing the old method. */
  static final String REMEDY = "; to add an overload instead, set `x-since` to the next version";

  private static final String POINTER = "#/components/schemas/";

  private final SpecChanges changes;
  private final Set<String> requested;
  private final Set<String> forms;

  /**
   * Creates a comparison of schemas.
   *
   * @param requested the names of schemas that requests can contain
   * @param forms the names of schemas whose properties are the fields of a form
   */
  SchemaComparison(SpecChanges changes, Set<String> requested, Set<String> forms) {
    this.changes = changes;
    this.requested = requested;
    this.forms = forms;
  }

  void compareNamed() {
    JsonNode old = changes.released().schemas();
    JsonNode now = changes.current().schemas();
    for (String name : SpecTree.names(old, now)) {
      String pointer = POINTER + escaped(name);
      if (!old.has(name)) {
        changes.add(
            Kind.ADDED, ADDITIVE, name, pointer, "a new schema", SpecChange.NOTHING, now.get(name));
      } else if (!now.has(name)) {
        changes.add(
            Kind.REMOVED,
            BREAKING,
            name,
            pointer,
            "a schema",
            "Everything that referred to it also changes.");
      } else {
        SchemaPlace place = new SchemaPlace(name, pointer, requested.contains(name));
        compare(forms.contains(name) ? place.ofForm() : place, old.get(name), now.get(name));
      }
    }
  }

  void compare(SchemaPlace place, JsonNode old, JsonNode now) {
    boolean isOfOneType =
        old.path("$ref").equals(now.path("$ref")) && old.path("type").equals(now.path("type"));
    if (!isOfOneType && !old.isMissingNode() && !now.isMissingNode()) {
      changedType(place, old, now);
      return; // Parts of different types cannot be compared.
    }
    if (place.isForm()) {
      changes.compareOrder(place.name(), place.pointer(), fields(old), fields(now));
    }
    for (String part : SpecTree.names(old, now)) {
      JsonNode oldPart = old.path(part);
      JsonNode newPart = now.path(part);
      if (oldPart.equals(newPart)) {
        continue;
      }
      boolean isOpenSet = Set.of("enum", "oneOf", "anyOf").contains(part);
      if (isOpenSet && oldPart.isMissingNode() != newPart.isMissingNode()) {
        changedPart(place, part, oldPart, newPart, "It has a different type.");
        continue;
      }
      switch (part) {
        case "properties" -> compareProperties(place, old, now);
        case "required" -> compareRequired(place, old, now);
        case "nullable" -> compareNullable(place, old, now);
        case "enum" -> compareOpenSet(place.part(part), "value", texts(oldPart), texts(newPart));
        case "oneOf", "anyOf" -> {
          compareOpenSet(place.part(part), "variant", members(oldPart), members(newPart));
          compareInline(place.part(part), oldPart, newPart);
        }
        case "discriminator" -> {
          Set<String> variants = members(old.path("oneOf"));
          variants.retainAll(members(now.path("oneOf")));
          new DiscriminatorComparison(changes, place.part(part), variants)
              .compare(oldPart, newPart);
        }
        case "allOf" -> compareParts(place, oldPart, newPart);
        case "items", "additionalProperties" -> compareInner(place, part, oldPart, newPart);
        case "format" -> changedType(place, old, now);
        default -> {
          if (!new LimitComparison(changes, place).compare(part, oldPart, newPart)) {
            changes.compareOther(place.name(), place.pointer(), part, old, now);
          }
        }
      }
    }
  }

  private void compareProperties(SchemaPlace place, JsonNode old, JsonNode now) {
    for (String name : SpecTree.names(old.path("properties"), now.path("properties"))) {
      JsonNode before = old.path("properties").path(name);
      JsonNode after = now.path("properties").path(name);
      boolean isRequired = lists(now.path("required"), name);
      SchemaPlace property =
          place.property(name, !isRequired && !lists(old.path("required"), name));
      if (before.isMissingNode()) {
        addedProperty(property, after, isRequired, place.isForm());
      } else if (after.isMissingNode()) {
        changes.add(
            Kind.REMOVED,
            BREAKING,
            property.name(),
            property.pointer(),
            "a property, " + type(before),
            property.isRequested()
                ? "Requests no longer include it."
                : "Responses no longer include it.");
      } else {
        compare(property, before, after);
      }
    }
  }

  /** Returns the fields of a form in the order of the arguments. */
  private static List<String> fields(JsonNode form) {
    List<String> fields = new ArrayList<>();
    form.path("properties").fieldNames().forEachRemaining(fields::add);
    fields.sort(Comparator.comparing(name -> !lists(form.path("required"), name)));
    return fields;
  }

  private void addedProperty(
      SchemaPlace property, JsonNode schema, boolean isRequired, boolean isArgument) {
    boolean isOverload = schema.has("x-since");
    String wire =
        property.isRequested()
            ? isRequired ? "Requests must include it." : "Requests may include it."
            : isRequired
                ? "Responses must include it; a response from an older server is an error."
                : "Responses may include it.";
    changes.add(
        Kind.ADDED,
        isRequired || (isArgument && !isOverload) ? BREAKING : ADDITIVE,
        property.name(),
        property.pointer(),
        (isRequired ? "a new required " : "a new optional ")
            + (isArgument ? "field, " : "property, ")
            + type(schema)
            + (isArgument && !isRequired && !isOverload ? REMEDY : ""),
        wire,
        schema);
  }

  /**
   * Compares which properties are required, if both schemas have them; others are reported as added
   * or removed.
   */
  private void compareRequired(SchemaPlace place, JsonNode old, JsonNode now) {
    Set<String> before = texts(old.path("required"));
    Set<String> after = texts(now.path("required"));
    Set<String> all = new LinkedHashSet<>(after);
    all.addAll(before);
    for (String name : all) {
      boolean isNew = now.path("properties").has(name) && !old.path("properties").has(name);
      boolean isGone = old.path("properties").has(name) && !now.path("properties").has(name);
      if (before.contains(name) == after.contains(name) || isNew || isGone) {
        continue;
      }
      boolean isRequired = after.contains(name);
      String side = place.isRequested() ? "Requests" : "Responses";
      changes.add(
          Kind.CHANGED,
          BREAKING,
          place.name() + "." + name,
          place.pointer() + "/required",
          isRequired ? "was optional and is now required" : "was required and is now optional",
          side + (isRequired ? " must include it." : " may omit it."));
    }
  }

  private void compareNullable(SchemaPlace place, JsonNode old, JsonNode now) {
    boolean isNullable = now.path("nullable").asBoolean();
    if (old.path("nullable").asBoolean() == isNullable) {
      return;
    }
    changes.add(
        Kind.CHANGED,
        isNullable && place.isOptional() ? ADDITIVE : BREAKING,
        place.name(),
        place.pointer() + "/nullable",
        isNullable ? "may now be null" : "may no longer be null",
        isNullable
            ? place.isOptional() ? "It may be null; it could already be absent." : "It may be null."
            : "It is never null.");
  }

  /** Compares the values of an enum or the variants of a union. */
  private void compareOpenSet(
      SchemaPlace place, String what, Set<String> before, Set<String> after) {
    String side = place.isRequested() ? "Requests" : "Responses";
    for (String member : after) {
      if (!before.contains(member)) {
        changes.add(
            Kind.ADDED,
            ADDITIVE,
            place.name() + "." + member,
            place.pointer(),
            "a new " + what,
            side + " may include it.");
      }
    }
    for (String member : before) {
      if (!after.contains(member)) {
        changes.add(
            Kind.REMOVED,
            BREAKING,
            place.name() + "." + member,
            place.pointer(),
            "a " + what,
            side + (place.isRequested() ? " must not include it." : " no longer include it."));
      }
    }
  }

  /** Compares references by their targets, and inline schemas by their positions. */
  private void compareParts(SchemaPlace place, JsonNode old, JsonNode now) {
    Set<String> before = members(old);
    Set<String> after = members(now);
    if (!before.equals(after)) {
      changes.add(
          Kind.CHANGED,
          BREAKING,
          place.name(),
          place.pointer() + "/allOf",
          "was composed of " + before + " and is now composed of " + after,
          "It has the properties of different schemas.");
    }
    compareInline(place.part("allOf"), old, now);
  }

  private void compareInline(SchemaPlace place, JsonNode old, JsonNode now) {
    List<JsonNode> before = inline(old);
    for (int i = 0, found = 0; i < now.size() || found < before.size(); i++) {
      if (!now.path(i).has("$ref")) {
        JsonNode was = found < before.size() ? before.get(found) : SpecTree.missing();
        JsonNode is = now.path(i);
        if (was.isMissingNode() != is.isMissingNode() && was.isEmpty() && is.isEmpty()) {
          changedType(place.part("" + i), was, is); // Otherwise, its parts show the change.
        }
        compare(place.part("" + i), was, is);
        found++;
      }
    }
  }

  private void compareInner(SchemaPlace place, String part, JsonNode old, JsonNode now) {
    if (old.isObject() && now.isObject()) {
      compare(place.elements(part), old, now);
    } else {
      changedPart(place, part, old, now, "Its elements have a different type.");
    }
  }

  private void changedPart(
      SchemaPlace place, String part, JsonNode old, JsonNode now, String wire) {
    changes.add(
        Kind.CHANGED,
        BREAKING,
        place.name(),
        place.pointer() + "/" + part,
        "`" + part + "` was " + shown(old) + " and is now " + shown(now),
        wire);
  }

  private void changedType(SchemaPlace place, JsonNode old, JsonNode now) {
    changes.add(
        Kind.CHANGED,
        BREAKING,
        place.name(),
        place.pointer(),
        "was " + type(old) + " and is now " + type(now),
        "It has a different type.");
  }

  /** Returns the type as part of a sentence. */
  static String type(JsonNode schema) {
    return typeAlone(schema) + (schema.path("nullable").asBoolean() ? " or null" : "");
  }

  private static String typeAlone(JsonNode schema) {
    if (schema.isMissingNode()) {
      return "not set";
    }
    if (schema.has("$ref")) {
      return SpecTree.referred(schema.get("$ref"));
    }
    if (schema.has("items")) {
      return "array of " + type(schema.get("items"));
    }
    if (schema.path("additionalProperties").isObject()) {
      return "map of " + type(schema.get("additionalProperties"));
    }
    String type = schema.path("type").asText("any value");
    return schema.has("format") ? type + " (" + schema.get("format").asText() + ")" : type;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static boolean lists(JsonNode container, String text) {
    return texts(container).contains(text);
  }

  private static Set<String> members(JsonNode array) {
    Set<String> members = new LinkedHashSet<>();
    for (JsonNode member : array) {
      if (member.has("$ref")) {
        members.add(SpecTree.referred(member.get("$ref")));
      }
    }
    return members;
  }

  private static List<JsonNode> inline(JsonNode array) {
    List<JsonNode> inline = new ArrayList<>();
    for (JsonNode member : array) {
      if (!member.has("$ref")) {
        inline.add(member);
      }
    }
    return inline;
  }
}
