package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the location that a message of the OpenAPI parser describes in a notation of its own, such
 * as {@code attribute paths.'/runs'(get).parameters.[limit].name is missing}.
 */
final class ParserMessage {
  private static final Pattern INDEX = Pattern.compile("\\.?\\[([^]]*)]");
  private static final Pattern MISSING = Pattern.compile("\\.(\\S+) is missing");
  private static final Pattern MISTYPED = Pattern.compile(" is not of type `(.*)`");

  private static final String UNEXPECTED = " is unexpected";

  private final String message;
  private SpecPlace place = SpecPlace.ROOT;
  private JsonNode node;

  /** The part of the message behind the location reached so far. */
  private String rest;

  private ParserMessage(JsonNode root, String message) {
    this.node = root;
    this.message = message;
    this.rest = "." + message.replaceFirst("^attribute ", "");
  }

  /** Adds the fault that the message describes unless a check has found the same. */
  static void addTo(Faults faults, JsonNode root, String message) {
    ParserMessage parsed = new ParserMessage(root, message);
    while (parsed.isStepped()) {}
    SpecException fault = parsed.fault();
    if (parsed.isExact()) {
      faults.addUnlessKnown(fault);
    } else {
      faults.addUnlessKnownWithin(parsed.surroundings(), fault);
    }
  }

  /** Returns the schema of which some part has the described type, or else the location. */
  private SpecPlace surroundings() {
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

  private boolean isStepped() {
    if (node.isArray()) {
      return isSteppedIntoList();
    }
    String name =
        SpecDocument.names(node).stream()
            .filter(key -> length(key) > 0)
            .max(Comparator.comparing(String::length))
            .orElse(null);
    if (name != null) {
      step(name, length(name), node.path(name));
    }
    return name != null;
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

  private boolean isSteppedIntoList() {
    Matcher index = INDEX.matcher(rest);
    Integer found = index.lookingAt() ? index(index.group(1)) : null;
    if (found != null) {
      step(found, index.end(), node.path(found));
    }
    return found != null;
  }

  private @Nullable Integer index(String name) {
    for (int i = 0; i < node.size(); i++) {
      if (node.get(i).path("name").asText().equals(name) || name.equals(String.valueOf(i))) {
        return i;
      }
    }
    return null;
  }

  private void step(Object step, int length, JsonNode to) {
    place = place.to(step);
    rest = rest.substring(length);
    node = to;
  }
}
