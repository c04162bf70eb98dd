package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.ADDITIVE;
import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.Effect.COMPATIBLE;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares two specs part by part. What it does not understand it calls breaking, so that a human
 * looks at it.
 */
public final class SpecComparison {
  /** Parts that nothing is generated from but documentation, and nothing on the wire. */
  private static final Set<String> DOCUMENTATION =
      Set.of("description", "summary", "title", "example", "examples", "externalDocs");

  private static final String SCHEMAS = "#/components/schemas/";

  /** The end of a sentence, and not that of an abbreviation. */
  private static final Pattern SENTENCE =
      Pattern.compile("(?<!\\b(?:e\\.g|i\\.e|cf|etc|vs))[.!?] (?![a-z])");

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
   * @throws IllegalArgumentException if one of them cannot be read
   */
  public static List<SpecChange> of(String released, String current) {
    JsonNode now = SpecReader.read(current);
    JsonNode old = CanonicalSpec.of(SpecReader.read(released), now);
    now = CanonicalSpec.of(now, now);
    SpecComparison comparison = new SpecComparison(new SpecTree(old), new SpecTree(now));
    comparison.compare();
    List<SpecChange> changes = new ArrayList<>(new LinkedHashSet<>(comparison.changes));
    if (changes.stream().noneMatch(change -> change.effect() == BREAKING)) {
      changes.addAll(OpenApiDiff.breaks(old, now));
    }
    return changes;
  }

  private void compare() {
    Set<String> requested = current.requestSchemas();
    requested.addAll(released.requestSchemas());
    SchemaComparison schemas = new SchemaComparison(this, requested, current.formSchemas());
    new OperationComparison(this, schemas).compare();
    schemas.compareNamed();
    compareRest();
  }

  /** What belongs to the whole spec. */
  private void compareRest() {
    for (String part : names(released.root(), current.root())) {
      switch (part) {
        case "openapi", "info", "tags", "externalDocs" ->
            documented(part, "#/" + part, released.root().path(part), current.root().path(part));
        case "paths", "components" -> {}
        case "servers" ->
            compareServer(released.root().at("/servers/0"), current.root().at("/servers/0"));
        default -> compareOther("the spec", "#", part, released.root(), current.root());
      }
    }
    JsonNode old = released.root().path("components").path("securitySchemes");
    JsonNode now = current.root().path("components").path("securitySchemes");
    for (String name : names(old, now)) {
      for (String part : names(old.path(name), now.path(name))) {
        compareOther(
            name, "#/components/securitySchemes/" + name, part, old.path(name), now.path(name));
      }
    }
  }

  /** A client goes to one server; others are there to be read about. */
  private void compareServer(JsonNode old, JsonNode now) {
    for (String part : names(old, now)) {
      if (part.equals("url") && !old.path(part).equals(now.path(part))) {
        add(
            Kind.CHANGED,
            BREAKING,
            "server",
            "#/servers/0/url",
            "was " + shown(old.path(part)) + " and is " + shown(now.path(part)),
            "Requests go elsewhere.");
      } else {
        compareOther("server", "#/servers/0", part, old, now);
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
    add(kind, effect, place, pointer, what, wire, SpecTree.missing());
  }

  void add(
      Kind kind,
      Effect effect,
      String place,
      String pointer,
      String what,
      String wire,
      JsonNode described) {
    String since = kind == Kind.ADDED ? described.path("x-since").asText() : "";
    changes.add(
        new SpecChange(
            kind,
            effect,
            place,
            pointer,
            what,
            wire,
            description(described),
            since,
            heirs(pointer)));
  }

  private Set<String> heirs(String pointer) {
    if (!pointer.startsWith(SCHEMAS)) {
      return Set.of();
    }
    String name = pointer.substring(SCHEMAS.length()).split("/", 2)[0];
    Set<String> heirs = released.heirs(name);
    heirs.addAll(current.heirs(name));
    return heirs;
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

  /** Arguments of one type can be taken for each other, and nothing but their order tells. */
  void compareOrder(String place, String pointer, List<String> old, List<String> now) {
    List<String> before = new ArrayList<>(old);
    before.retainAll(now);
    List<String> after = new ArrayList<>(now);
    after.retainAll(old);
    if (!before.equals(after)) {
      add(
          Kind.CHANGED,
          BREAKING,
          place,
          pointer,
          "took its arguments in the order " + before + " and takes them in the order " + after,
          SpecChange.NOTHING);
    }
  }

  private void documented(String place, String pointer, JsonNode old, JsonNode now) {
    if (!old.equals(now)) {
      add(Kind.DOCUMENTED, COMPATIBLE, place, pointer, "documented anew", SpecChange.NOTHING);
    }
  }

  private void compareDeprecated(String place, String pointer, boolean old, boolean now) {
    if (!old && now) {
      add(Kind.DEPRECATED, ADDITIVE, place, pointer, "is deprecated", SpecChange.NOTHING);
    } else if (old && !now) {
      add(Kind.CHANGED, COMPATIBLE, place, pointer, "is no longer deprecated", SpecChange.NOTHING);
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
  private static String description(JsonNode node) {
    String whole = node.path("summary").asText(node.path("description").asText());
    String text = whole.strip().replaceAll("\\s+", " ");
    Matcher end = SENTENCE.matcher(text);
    return end.find() ? text.substring(0, end.start() + 1) : text;
  }
}
