package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the location that a message of the OpenAPI parser describes in a notation of its own, such
 * as {@code attribute paths.'/runs'(get).parameters.[limit].name is missing}.
 */
final class ParserMessage {
  private static final Pattern MISSING = Pattern.compile("\\.([^.\\s]+) is missing");

  /** The parser adds the name of a missing default to the location, too. */
  private static final Pattern TWICE = Pattern.compile("\\.default(?=\\.default is missing$)");

  private static final Pattern MISTYPED = Pattern.compile(" is not of type `(.*)`");

  private static final String UNEXPECTED = " is unexpected";

  /** What the parser calls a parameter without a name. */
  private static final String UNNAMED = "['unknown']";

  /** What the parser calls the schema of a parameter. */
  private static final String SCHEMA = ".schemas";

  private final String message;
  private final SpecPlace place;
  private final JsonNode node;

  /** The part of the message behind the location reached so far. */
  private final String rest;

  private ParserMessage(String message, SpecPlace place, JsonNode node, String rest) {
    this.message = message;
    this.place = place;
    this.node = node;
    this.rest = rest;
  }

  /** Adds the faults that the message describes, except for those that a check has found. */
  static void addTo(Faults faults, JsonNode root, String message) {
    String told = "." + message.replaceFirst("^attribute \\.?", "");
    String rest = TWICE.matcher(told).replaceFirst("");
    for (ParserMessage found : new ParserMessage(message, SpecPlace.ROOT, root, rest).located()) {
      if (found.isExact()) {
        faults.addUnlessKnown(found.fault());
      } else {
        faults.addUnlessKnownWithin(found.surroundings(), found.fault());
      }
    }
  }

  /**
   * Returns the locations that the message may mean. Elements of a list may have the same name or
   * none, so those that do not have the fault are left out. If none has it, the list is returned.
   */
  private List<ParserMessage> located() {
    List<ParserMessage> next = next();
    if (next.isEmpty()) {
      return List.of(this);
    }
    List<ParserMessage> all = next.stream().flatMap(step -> step.located().stream()).toList();
    List<ParserMessage> fitting = all.stream().filter(ParserMessage::isFitting).toList();
    if (fitting.isEmpty() && all.size() > 1) {
      return List.of(this);
    }
    return fitting.isEmpty() ? all : fitting;
  }

  private boolean isFitting() {
    Matcher missing = MISSING.matcher(rest);
    return missing.matches()
        ? !node.has(missing.group(1))
        : rest.equals(UNEXPECTED) || MISTYPED.matcher(rest).matches();
  }

  /** Returns the schema of which some part has the fault, or else the location. */
  private SpecPlace surroundings() {
    if (rest.equals(UNEXPECTED) || place.pointer().endsWith("/$ref")) {
      return place.parent();
    }
    String schema =
        place.pointer().replaceFirst("(#/components/schemas/[^/]*|.*?/schema)/type", "$1");
    return new SpecPlace(schema);
  }

  /**
   * Returns whether the message gives its whole location. Those of messages about schemas end at
   * the named schema.
   */
  private boolean isExact() {
    boolean understood = MISSING.matcher(rest).matches() || rest.equals(UNEXPECTED);
    return understood && !place.pointer().contains("/schema");
  }

  private SpecException fault() {
    Matcher missing = MISSING.matcher(rest);
    if (missing.matches()) {
      return new SpecException(
          place.to(missing.group(1)), "is missing, but OpenAPI requires it", "Add it.");
    }
    Matcher mistyped = MISTYPED.matcher(rest);
    if (mistyped.matches()) {
      String type = mistyped.group(1);
      return new SpecException(
          place, "is not of the type " + type + ", which OpenAPI requires", "Replace it.");
    }
    if (rest.equals(UNEXPECTED)) {
      return new SpecException(place, "does not exist in OpenAPI 3.0", "Remove it.");
    }
    return new SpecException(
        place, "is not valid OpenAPI: " + message, "Fix it; nothing was generated.");
  }

  private List<ParserMessage> next() {
    if (node.isArray()) {
      return rest.startsWith(".") && !rest.startsWith(". ") ? elements() : List.of();
    }
    String name =
        SpecDocument.names(node).stream()
            .filter(key -> length(key) > 0)
            .max(Comparator.comparing(String::length))
            .orElse(null);
    if (name != null) {
      return List.of(step(name, length(name), node.path(name)));
    }
    if (rest.startsWith(SCHEMA + ".") && node.has("schema")) {
      return List.of(step("schema", SCHEMA.length(), node.path("schema")));
    }
    if (rest.startsWith(index(node))) {
      // A named parameter, after whose name the parser repeats the one that is sent.
      return List.of(new ParserMessage(message, place, node, rest.substring(index(node).length())));
    }
    return rest.startsWith(".[") && node.has("parameters")
        ? List.of(step("parameters", 0, node.path("parameters")))
        : List.of();
  }

  private List<ParserMessage> elements() {
    List<ParserMessage> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      String index = rest.startsWith(".[") ? index(node.get(i)) : "";
      if (!node.get(i).has("$ref") && rest.startsWith(index)) {
        elements.add(step(i, index.length(), node.get(i)));
      }
    }
    return elements;
  }

  private static String index(JsonNode element) {
    return ".[" + element.path("name").asText(UNNAMED) + "]";
  }

  /** Returns the length of the next step if it has the given name; otherwise 0. */
  private int length(String name) {
    for (String step : new String[] {".'" + name + "'", "(" + name + ")", "." + name}) {
      boolean ends = rest.length() == step.length() || !isNamePart(rest, step.length());
      if (rest.startsWith(step) && ends) {
        return step.length();
      }
    }
    return 0;
  }

  private static boolean isNamePart(String text, int index) {
    return index < text.length() && ".([ ".indexOf(text.charAt(index)) < 0;
  }

  private ParserMessage step(Object step, int length, JsonNode to) {
    return new ParserMessage(message, place.to(step), to, rest.substring(length));
  }
}
