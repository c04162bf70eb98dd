package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.ADDITIVE;
import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.spec.SpecComparison.escaped;
import static ai.withcortex.regeneration.spec.SpecComparison.shown;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares schemas, those with a name and those inside other parts. */
final class SchemaComparison {
  /** What to do if a new argument shall not take a method away. */
  static final String REMEDY =
      "; with `x-since` and the next version it is an overload of the method";

  private static final String POINTER = "#/components/schemas/";

  private final SpecComparison comparison;
  private final Set<String> requested;
  private final Set<String> forms;

  /**
   * A comparison of schemas.
   *
   * @param requested the names of schemas that requests can hold
   * @param forms the names of schemas whose properties are the fields of a form
   */
  SchemaComparison(SpecComparison comparison, Set<String> requested, Set<String> forms) {
    this.comparison = comparison;
    this.requested = requested;
    this.forms = forms;
  }

  void compareNamed() {
    JsonNode old = comparison.released().schemas();
    JsonNode now = comparison.current().schemas();
    for (String name : SpecComparison.names(old, now)) {
      String pointer = POINTER + escaped(name);
      if (!old.has(name)) {
        comparison.add(
            Kind.ADDED, ADDITIVE, name, pointer, "a new schema", SpecChange.NOTHING, now.get(name));
      } else if (!now.has(name)) {
        comparison.add(
            Kind.REMOVED, BREAKING, name, pointer, "a schema", "What referred to it changes, too.");
      } else {
        Place place = new Place(name, pointer, requested.contains(name));
        compare(forms.contains(name) ? place.ofForm() : place, old.get(name), now.get(name));
      }
    }
  }

  /**
   * What a comparison is about.
   *
   * @param isRequested whether a caller sends it
   * @param isOptional whether it is a property that both specs let be absent
   * @param isForm whether its properties are arguments of a method
   */
  record Place(
      String name, String pointer, boolean isRequested, boolean isOptional, boolean isForm) {
    Place(String name, String pointer, boolean isRequested) {
      this(name, pointer, isRequested, false, false);
    }

    Place ofForm() {
      return new Place(name, pointer, isRequested, isOptional, true);
    }

    Place part(String step) {
      return new Place(name, pointer + "/" + step, isRequested);
    }

    Place elements(String step) {
      return new Place(name + "[]", pointer + "/" + step, isRequested);
    }

    Place property(String property, boolean isOptional) {
      return new Place(
          name + "." + property,
          pointer + "/properties/" + escaped(property),
          isRequested,
          isOptional,
          false);
    }
  }

  void compare(Place place, JsonNode old, JsonNode now) {
    boolean isOfOneType =
        old.path("$ref").equals(now.path("$ref")) && old.path("type").equals(now.path("type"));
    if (!isOfOneType && !old.isMissingNode() && !now.isMissingNode()) {
      changedType(place, old, now);
      return; // Its parts are those of another type.
    }
    if (place.isForm()) {
      comparison.compareOrder(place.name(), place.pointer(), fields(old), fields(now));
    }
    for (String part : SpecComparison.names(old, now)) {
      JsonNode oldPart = old.path(part);
      JsonNode newPart = now.path(part);
      if (oldPart.equals(newPart)) {
        continue;
      }
      switch (part) {
        case "properties" -> compareProperties(place, old, now);
        case "required" -> compareRequired(place, old, now);
        case "nullable" -> compareNullable(place, old, now);
        case "enum" -> compareOpenSet(place.part(part), "value", texts(oldPart), texts(newPart));
        case "oneOf", "anyOf" -> {
          compareOpenSet(place.part(part), "kind", members(oldPart), members(newPart));
          compareInline(place.part(part), oldPart, newPart);
        }
        case "discriminator" ->
            new DiscriminatorComparison(comparison, place.part(part)).compare(oldPart, newPart);
        case "allOf" -> compareParts(place, oldPart, newPart);
        case "items", "additionalProperties" -> compareInner(place, part, oldPart, newPart);
        case "format" -> changedType(place, old, now);
        default -> {
          if (!new LimitComparison(comparison, place).compare(part, oldPart, newPart)) {
            comparison.compareOther(place.name(), place.pointer(), part, old, now);
          }
        }
      }
    }
  }

  private void compareProperties(Place place, JsonNode old, JsonNode now) {
    for (String name : SpecComparison.names(old.path("properties"), now.path("properties"))) {
      JsonNode before = old.path("properties").path(name);
      JsonNode after = now.path("properties").path(name);
      boolean isRequired = lists(now.path("required"), name);
      Place property = place.property(name, !isRequired && !lists(old.path("required"), name));
      if (before.isMissingNode()) {
        addedProperty(property, after, isRequired, place.isForm());
      } else if (after.isMissingNode()) {
        comparison.add(
            Kind.REMOVED,
            BREAKING,
            property.name(),
            property.pointer(),
            "a property, " + type(before),
            property.isRequested() ? "Requests no longer have it." : "Answers no longer have it.");
      } else {
        compare(property, before, after);
      }
    }
  }

  /** The fields of a form in the order of the arguments. */
  private static List<String> fields(JsonNode form) {
    List<String> fields = new ArrayList<>();
    form.path("properties").fieldNames().forEachRemaining(fields::add);
    fields.sort(Comparator.comparing(name -> !lists(form.path("required"), name)));
    return fields;
  }

  private void addedProperty(
      Place property, JsonNode schema, boolean isRequired, boolean isArgument) {
    boolean isOverload = schema.has("x-since");
    String wire =
        property.isRequested()
            ? isRequired ? "Requests must have it." : "Requests may have it."
            : isRequired
                ? "Answers have it; one without it, of a server before, is an error."
                : "Answers may have it.";
    comparison.add(
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

  /** Of properties that are in both; the others are told as added or removed. */
  private void compareRequired(Place place, JsonNode old, JsonNode now) {
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
      String side = place.isRequested() ? "Requests" : "Answers";
      comparison.add(
          Kind.CHANGED,
          BREAKING,
          place.name() + "." + name,
          place.pointer() + "/required",
          isRequired ? "was optional and is required" : "was required and is optional",
          side + (isRequired ? " must have it." : " may lack it."));
    }
  }

  private void compareNullable(Place place, JsonNode old, JsonNode now) {
    boolean isNullable = now.path("nullable").asBoolean();
    if (old.path("nullable").asBoolean() == isNullable) {
      return;
    }
    comparison.add(
        Kind.CHANGED,
        isNullable && place.isOptional() ? ADDITIVE : BREAKING,
        place.name(),
        place.pointer() + "/nullable",
        isNullable ? "may be null now" : "may no longer be null",
        isNullable
            ? place.isOptional() ? "It may be null; it could be absent before." : "It may be null."
            : "It is never null.");
  }

  /** The values of an enum, or the kinds of a union. */
  private void compareOpenSet(Place place, String what, Set<String> before, Set<String> after) {
    String side = place.isRequested() ? "Requests" : "Answers";
    for (String member : after) {
      if (!before.contains(member)) {
        comparison.add(
            Kind.ADDED,
            ADDITIVE,
            place.name() + "." + member,
            place.pointer(),
            "a new " + what,
            side + " may have it.");
      }
    }
    for (String member : before) {
      if (!after.contains(member)) {
        comparison.add(
            Kind.REMOVED,
            BREAKING,
            place.name() + "." + member,
            place.pointer(),
            "a " + what,
            side + (place.isRequested() ? " must not have it." : " no longer have it."));
      }
    }
  }

  /** References by what they refer to; schemas written in place by their position among those. */
  private void compareParts(Place place, JsonNode old, JsonNode now) {
    Set<String> before = members(old);
    Set<String> after = members(now);
    if (!before.equals(after)) {
      comparison.add(
          Kind.CHANGED,
          BREAKING,
          place.name(),
          place.pointer() + "/allOf",
          "was made of " + before + " and is made of " + after,
          "Properties come and go with these schemas.");
    }
    compareInline(place.part("allOf"), old, now);
  }

  private void compareInline(Place place, JsonNode old, JsonNode now) {
    List<JsonNode> before = inline(old);
    for (int i = 0, found = 0; i < now.size() || found < before.size(); i++) {
      if (!now.path(i).has("$ref")) {
        JsonNode was = found < before.size() ? before.get(found) : SpecTree.missing();
        compare(place.part("" + i), was, now.path(i));
        found++;
      }
    }
  }

  private void compareInner(Place place, String part, JsonNode old, JsonNode now) {
    if (old.isObject() && now.isObject()) {
      compare(place.elements(part), old, now);
    } else {
      comparison.add(
          Kind.CHANGED,
          BREAKING,
          place.name(),
          place.pointer() + "/" + part,
          "`" + part + "` was " + shown(old) + " and is " + shown(now),
          "What it holds has another type.");
    }
  }

  private void changedType(Place place, JsonNode old, JsonNode now) {
    comparison.add(
        Kind.CHANGED,
        BREAKING,
        place.name(),
        place.pointer(),
        "was " + type(old) + " and is " + type(now),
        "It has another type.");
  }

  /** A type in a sentence. */
  static String type(JsonNode schema) {
    return typeAlone(schema) + (schema.path("nullable").asBoolean() ? " or null" : "");
  }

  private static String typeAlone(JsonNode schema) {
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
