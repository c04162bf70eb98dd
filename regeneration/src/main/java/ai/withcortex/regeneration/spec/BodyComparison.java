package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.ADDITIVE;
import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.Effect.COMPATIBLE;

import ai.withcortex.regeneration.spec.SchemaComparison.Place;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.spec.SpecTree.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares the bodies of requests, and answers with their headers and bodies. */
final class BodyComparison {
  private final SpecComparison comparison;
  private final SchemaComparison schemas;

  BodyComparison(SpecComparison comparison, SchemaComparison schemas) {
    this.comparison = comparison;
    this.schemas = schemas;
  }

  void compareRequest(String operation, Part old, Part now) {
    Place place =
        new Place(operation + " request", (now.node().isMissingNode() ? old : now).pointer(), true);
    if (old.node().isMissingNode() != now.node().isMissingNode()) {
      boolean isNew = old.node().isMissingNode();
      comparison.add(
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
      comparison.add(
          Kind.CHANGED,
          isRequired ? BREAKING : ADDITIVE,
          place.name(),
          place.pointer() + "/required",
          isRequired ? "was optional and is required" : "was required and is optional",
          isRequired ? "Requests must have a body." : "Requests may lack a body.");
    }
    compareContent(place, old.node().path("content"), now.node().path("content"));
  }

  private void compareContent(Place place, JsonNode old, JsonNode now) {
    for (String type : SpecComparison.names(old, now)) {
      JsonNode before = old.path(type);
      JsonNode after = now.path(type);
      Place content = place.part("content").part(SpecComparison.escaped(type));
      if (before.isMissingNode() || after.isMissingNode()) {
        boolean isNew = before.isMissingNode();
        comparison.add(
            isNew ? Kind.ADDED : Kind.REMOVED,
            isNew ? ADDITIVE : BREAKING,
            place.name(),
            content.pointer(),
            "the media type " + type,
            isNew ? "There is one more form." : "It no longer has this form.");
        continue;
      }
      for (String part : SpecComparison.names(before, after)) {
        if (part.equals("schema")) {
          Place schema = content.part("schema");
          boolean isForm = place.isRequested() && SpecTree.isForm(type);
          schemas.compare(isForm ? schema.ofForm() : schema, before.path(part), after.path(part));
        } else {
          comparison.compareOther(place.name(), content.pointer(), part, before, after);
        }
      }
    }
  }

  /** The client reads any 2xx as the same type, so one may stand for another. */
  void compareAnswers(String operation, Part old, Part now) {
    List<String> successes = successes(now.node());
    for (String status : SpecComparison.names(old.node(), now.node())) {
      boolean isSuccess = status.startsWith("2");
      String place = operation + " " + status;
      if (now.node().has(status)) {
        if (old.node().has(status)) {
          compareAnswer(place, old.at(status), now.at(status));
        } else if (!isSuccess || successes(old.node()).stream().allMatch(now.node()::has)) {
          comparison.add(
              Kind.ADDED,
              ADDITIVE,
              place,
              now.at(status).pointer(),
              "a new answer",
              "The server may answer with it.");
        }
      } else if (isSuccess && !successes.isEmpty()) {
        String other = successes.get(0);
        comparison.add(
            Kind.CHANGED,
            COMPATIBLE,
            place,
            now.at(other).pointer(),
            "is " + other + " now",
            "The client reads either.");
        compareAnswer(operation + " " + other, old.at(status), now.at(other));
      } else {
        comparison.add(
            Kind.REMOVED,
            isSuccess ? BREAKING : COMPATIBLE,
            place,
            old.at(status).pointer(),
            "an answer",
            "The server no longer answers with it.");
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
    Part old = comparison.released().resolved(was);
    Part now = comparison.current().resolved(is);
    Place place = new Place(name, now.pointer(), false);
    for (String part : SpecComparison.names(old.node(), now.node())) {
      switch (part) {
        case "content" -> compareContent(place, old.node().path(part), now.node().path(part));
        case "headers" -> compareHeaders(name, old.at(part), now.at(part));
        default -> comparison.compareOther(name, place.pointer(), part, old.node(), now.node());
      }
    }
  }

  private void compareHeaders(String answer, Part old, Part now) {
    for (String name : SpecComparison.names(old.node(), now.node())) {
      String place = answer + "." + name;
      if (!old.node().has(name)) {
        comparison.add(
            Kind.ADDED,
            ADDITIVE,
            place,
            now.at(name).pointer(),
            "a new header of the answer",
            "Answers may have it.");
      } else if (!now.node().has(name)) {
        comparison.add(
            Kind.REMOVED,
            BREAKING,
            place,
            old.at(name).pointer(),
            "a header of the answer",
            "Answers lack it.");
      } else {
        JsonNode before = comparison.released().resolved(old.at(name)).node();
        Part header = comparison.current().resolved(now.at(name));
        for (String part : SpecComparison.names(before, header.node())) {
          if (part.equals("schema")) {
            schemas.compare(
                new Place(place, header.at(part).pointer(), false),
                before.path(part),
                header.node().path(part));
          } else {
            comparison.compareOther(place, header.pointer(), part, before, header.node());
          }
        }
      }
    }
  }
}
