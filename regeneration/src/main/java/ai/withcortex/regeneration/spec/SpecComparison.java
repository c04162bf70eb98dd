package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.ADDITIVE;
import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.Effect.COMPATIBLE;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two specs part by part. What it does not understand it calls breaking, so that a human
 * looks at it.
 */
public final class SpecComparison {
  /** Parts that nothing is generated from but documentation, and nothing on the wire. */
  private static final Set<String> DOCUMENTATION =
      Set.of("description", "summary", "title", "example", "examples", "externalDocs");

  private final SpecTree released;
  private final SpecTree current;
  private final List<SpecChange> changes = new ArrayList<>();

  private SpecComparison(SpecTree released, SpecTree current) {
    this.released = released;
    this.current = current;
  }

  /**
   * Every difference, in the order of the newer spec; what openapi-diff alone finds is last.
   *
   * @param released an OpenAPI 3.0 spec in YAML or JSON
   * @param current an OpenAPI 3.0 spec in YAML or JSON
   * @throws IOException if one of them cannot be read
   */
  public static List<SpecChange> of(String released, String current) throws IOException {
    SpecComparison comparison = new SpecComparison(new SpecTree(released), new SpecTree(current));
    comparison.compare();
    List<SpecChange> changes = new ArrayList<>(new LinkedHashSet<>(comparison.changes));
    if (changes.stream().noneMatch(change -> change.effect() == BREAKING)) {
      changes.addAll(OpenApiDiff.breaks(released, current));
    }
    return changes;
  }

  private void compare() {
    Set<String> requested = current.requestSchemas();
    requested.addAll(released.requestSchemas());
    new OperationComparison(this, requested).compare();
    new SchemaComparison(this, requested).compareNamed();
    compareRest();
  }

  /** What belongs to the whole spec. */
  private void compareRest() {
    for (String part : names(released.root(), current.root())) {
      switch (part) {
        case "openapi", "info", "tags", "externalDocs" ->
            documented(part, "/" + part, released.root().path(part), current.root().path(part));
        case "paths", "components" -> {}
        default -> unknown(part, "/" + part, released.root().path(part), current.root().path(part));
      }
    }
    JsonNode old = released.root().path("components").path("securitySchemes");
    JsonNode now = current.root().path("components").path("securitySchemes");
    for (String name : names(old, now)) {
      for (String part : names(old.path(name), now.path(name))) {
        compareOther(
            name, "/components/securitySchemes/" + name, part, old.path(name), now.path(name));
      }
    }
  }

  SpecTree released() {
    return released;
  }

  SpecTree current() {
    return current;
  }

  void add(Kind kind, Effect effect, String place, String pointer, String what, String wire) {
    add(kind, effect, place, pointer, what, wire, "");
  }

  void add(
      Kind kind,
      Effect effect,
      String place,
      String pointer,
      String what,
      String wire,
      String description) {
    changes.add(new SpecChange(kind, effect, place, pointer, what, wire, description));
  }

  /** A part that has no rule of its own. */
  void compareOther(String place, String pointer, String part, JsonNode old, JsonNode now) {
    String at = pointer + "/" + escaped(part);
    if (DOCUMENTATION.contains(part) || part.startsWith("x-")) {
      documented(place, at, old.path(part), now.path(part));
    } else if (part.equals("deprecated")) {
      compareDeprecated(place, pointer, old.path(part).asBoolean(), now.path(part).asBoolean());
    } else {
      unknown(place, at, old.path(part), now.path(part));
    }
  }

  private void documented(String place, String pointer, JsonNode old, JsonNode now) {
    if (!old.equals(now)) {
      add(Kind.DOCUMENTED, COMPATIBLE, place, pointer, "documented anew", "Nothing changes.");
    }
  }

  private void compareDeprecated(String place, String pointer, boolean old, boolean now) {
    if (!old && now) {
      add(Kind.DEPRECATED, ADDITIVE, place, pointer, "is deprecated", "Nothing changes yet.");
    } else if (old && !now) {
      add(Kind.CHANGED, COMPATIBLE, place, pointer, "is no longer deprecated", "Nothing changes.");
    }
  }

  private void unknown(String place, String pointer, JsonNode old, JsonNode now) {
    if (!old.equals(now)) {
      String part = pointer.substring(pointer.lastIndexOf('/') + 1);
      add(
          Kind.CHANGED,
          BREAKING,
          place,
          pointer,
          "`" + part + "` was " + shown(old) + " and is " + shown(now),
          "No rule says what this does; have a look.");
    }
  }

  /** A value in a sentence. */
  static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "not there";
    }
    String text = node.isValueNode() ? node.asText() : node.toString();
    return "`" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "`";
  }

  /** The names of members of either, those of the second first. */
  static List<String> names(JsonNode old, JsonNode now) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : now.properties()) {
      names.add(member.getKey());
    }
    for (Map.Entry<String, JsonNode> member : old.properties()) {
      if (!now.has(member.getKey())) {
        names.add(member.getKey());
      }
    }
    return names;
  }

  /** A name as a step of a JSON pointer. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The first sentence of what the spec says of something. */
  static String description(JsonNode node) {
    String text = node.path("description").asText().strip().replaceAll("\\s+", " ");
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
