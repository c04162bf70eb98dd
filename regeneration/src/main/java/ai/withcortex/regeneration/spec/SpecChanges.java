package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.spec.SpecTree.escaped;
import static ai.withcortex.regeneration.spec.SpecTree.shown;
import static ai.withcortex.regeneration.version.Effect.ADDITIVE;
import static ai.withcortex.regeneration.version.Effect.BREAKING;
import static ai.withcortex.regeneration.version.Effect.COMPATIBLE;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.version.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the differences between two specs. */
final class SpecChanges {
  /** The parts that affect only documentation. */
  private static final Set<String> DOCUMENTATION =
      Set.of("description", "summary", "title", "example", "examples", "externalDocs");

  private static final String SCHEMAS = "#/components/schemas/";

  /** The end of a sentence, but not of an abbreviation. */
  private static final Pattern SENTENCE =
      Pattern.compile("(?<!\\b(?:e\\.g|i\\.e|cf|etc|vs))[.!?] (?![a-z])");

  private final SpecTree released;
  private final SpecTree current;
  private final Set<SpecChange> changes = new LinkedHashSet<>();

  SpecChanges(SpecTree released, SpecTree current) {
    this.released = released;
    this.current = current;
  }

  /** Returns all differences, in the order in which they were found. */
  List<SpecChange> list() {
    return List.copyOf(changes);
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

  /** Compares a part that has no rule of its own. */
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

  /**
   * Compares the order of arguments, which is all that distinguishes arguments of the same type.
   */
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
          "took its arguments in the order " + before + " and now takes them in the order " + after,
          SpecChange.NOTHING);
    }
  }

  void documented(String place, String pointer, JsonNode old, JsonNode now) {
    if (!old.equals(now)) {
      add(Kind.DOCUMENTED, COMPATIBLE, place, pointer, "has new documentation", SpecChange.NOTHING);
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
          "`" + part + "` was " + shown(old) + " and is now " + shown(now),
          "No rule covers this change; review it.");
    }
  }

  /** Returns the first sentence of the description in the spec. */
  private static String description(JsonNode node) {
    String whole = node.path("summary").asText(node.path("description").asText());
    String text = whole.strip().replaceAll("\\s+", " ");
    Matcher end = SENTENCE.matcher(text);
    return end.find() ? text.substring(0, end.start() + 1) : text;
  }
}
