package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.version.Effect.ADDITIVE;
import static ai.withcortex.regeneration.version.Effect.BREAKING;
import static ai.withcortex.regeneration.version.Effect.COMPATIBLE;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.spec.SpecTree.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares request bodies and responses. */
final class BodyComparison {
  private final SpecChanges changes;
  private final SchemaComparison schemas;

  BodyComparison(SpecChanges changes, SchemaComparison schemas) {
    this.changes = changes;
    this.schemas = schemas;
  }

  void compareRequest(String operation, Part old, Part now) {
    SchemaPlace place =
        new SchemaPlace(
            operation + " request", (now.node().isMissingNode() ? old : now).pointer(), true);
    if (old.node().isMissingNode() != now.node().isMissingNode()) {
      boolean isNew = old.node().isMissingNode();
      changes.add(
          isNew ? Kind.ADDED : Kind.REMOVED,
          BREAKING,
          place.name(),
          place.pointer(),
          "a body",
          isNew ? "Requests have a body." : "Requests no longer have a body.");
      return;
    }
    boolean isRequired = now.node().path("required").asBoolean();
    if (old.node().path("required").asBoolean() != isRequired) {
      changes.add(
          Kind.CHANGED,
          isRequired ? BREAKING : ADDITIVE,
          place.name(),
          place.pointer() + "/required",
          isRequired ? "was optional and is now required" : "was required and is now optional",
          isRequired ? "Requests must have a body." : "Requests may omit the body.");
    }
    compareContent(place, old.node().path("content"), now.node().path("content"));
  }

  private void compareContent(SchemaPlace place, JsonNode old, JsonNode now) {
    for (String type : SpecTree.names(old, now)) {
      JsonNode before = old.path(type);
      JsonNode after = now.path(type);
      SchemaPlace content = place.part("content").part(SpecTree.escaped(type));
      if (before.isMissingNode() || after.isMissingNode()) {
        boolean isNew = before.isMissingNode();
        changes.add(
            isNew ? Kind.ADDED : Kind.REMOVED,
            isNew ? ADDITIVE : BREAKING,
            place.name(),
            content.pointer(),
            "the media type " + type,
            isNew
                ? "The body can also have this media type."
                : "The body no longer has this media type.");
        continue;
      }
      for (String part : SpecTree.names(before, after)) {
        if (part.equals("schema")) {
          SchemaPlace schema = content.part("schema");
          boolean isForm = place.isRequested() && SpecTree.isForm(type);
          schemas.compare(isForm ? schema.ofForm() : schema, before.path(part), after.path(part));
        } else {
          changes.compareOther(place.name(), content.pointer(), part, before, after);
        }
      }
    }
  }

  /**
   * Compares responses. The client reads all 2xx responses as the same type, so their status may
   * change.
   */
  void compareAnswers(String operation, Part old, Part now) {
    List<String> successes = successes(now.node());
    for (String status : SpecTree.names(old.node(), now.node())) {
      boolean isSuccess = status.startsWith("2");
      String place = operation + " " + status;
      if (now.node().has(status)) {
        if (old.node().has(status)) {
          compareAnswer(place, old.at(status), now.at(status));
        } else if (!isSuccess || successes(old.node()).stream().allMatch(now.node()::has)) {
          changes.add(
              Kind.ADDED,
              ADDITIVE,
              place,
              now.at(status).pointer(),
              "a new response",
              "The server may send it.");
        }
      } else if (isSuccess && !successes.isEmpty()) {
        String other = successes.get(0);
        changes.add(
            Kind.CHANGED,
            COMPATIBLE,
            place,
            now.at(other).pointer(),
            "is now " + other,
            "The client reads both.");
        compareAnswer(operation + " " + other, old.at(status), now.at(other));
      } else {
        changes.add(
            Kind.REMOVED,
            isSuccess ? BREAKING : COMPATIBLE,
            place,
            old.at(status).pointer(),
            "a response",
            "The server no longer sends it.");
      }
    }
  }

  private static List<String> successes(JsonNode answers) {
    List<String> successes = new ArrayList<>();
    answers.fieldNames().forEachRemaining(successes::add);
    successes.removeIf(status -> !status.startsWith("2"));
    return successes;
  }

  private void compareAnswer(String name, Part was, Part is) {
    Part old = changes.released().resolved(was);
    Part now = changes.current().resolved(is);
    SchemaPlace place = new SchemaPlace(name, now.pointer(), false);
    for (String part : SpecTree.names(old.node(), now.node())) {
      switch (part) {
        case "content" -> compareContent(place, old.node().path(part), now.node().path(part));
        case "headers" -> compareHeaders(name, old.at(part), now.at(part));
        default -> changes.compareOther(name, place.pointer(), part, old.node(), now.node());
      }
    }
  }

  private void compareHeaders(String answer, Part old, Part now) {
    for (String name : SpecTree.names(old.node(), now.node())) {
      String place = answer + "." + name;
      if (!old.node().has(name)) {
        changes.add(
            Kind.ADDED,
            ADDITIVE,
            place,
            now.at(name).pointer(),
            "a new response header",
            "Responses may include it.");
      } else if (!now.node().has(name)) {
        changes.add(
            Kind.REMOVED,
            BREAKING,
            place,
            old.at(name).pointer(),
            "a response header",
            "Responses no longer include it.");
      } else {
        JsonNode before = changes.released().resolved(old.at(name)).node();
        Part header = changes.current().resolved(now.at(name));
        for (String part : SpecTree.names(before, header.node())) {
          if (part.equals("schema")) {
            schemas.compare(
                new SchemaPlace(place, header.at(part).pointer(), false),
                before.path(part),
                header.node().path(part));
          } else {
            changes.compareOther(place, header.pointer(), part, before, header.node());
          }
        }
      }
    }
  }
}
