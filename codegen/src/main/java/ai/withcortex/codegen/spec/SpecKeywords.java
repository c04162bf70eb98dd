package ai.withcortex.codegen.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Set;
import java.util.regex.Pattern;

/** The keywords of a spec that have a meaning of their own here. */
public final class SpecKeywords {
  /**
   * The keyword that names the enum to which a filter belongs. The filter has the enum's values and
   * one more, which has the same meaning as omitting the parameter. In Java, the parameter
   * therefore has the enum's type.
   */
  public static final String FILTER_OF = "x-filter-of";

  /** The keyword that lists the final values of an enum, for which {@code isEnded} returns true. */
  public static final String ENDED = "x-ended";

  /** The keyword that lists the names of an enum's constants, in the order of its values. */
  public static final String CONSTANTS = "x-enum-varnames";

  /** The keyword that gives the first client version with a parameter. */
  public static final String SINCE = "x-since";

  /** A percent sign that does not start an escape of a URI. */
  public static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Keywords whose values are objects with names that the spec chooses. */
  private static final Set<String> NAMED =
      Set.of(
          "callbacks",
          "content",
          "encoding",
          "examples",
          "headers",
          "links",
          "mapping",
          "parameters",
          "paths",
          "properties",
          "requestBodies",
          "responses",
          "schemas",
          "securitySchemes",
          "variables");

  /** Returns whether the value of a keyword is an object with names that the spec chooses. */
  public static boolean hasNames(String keyword) {
    return NAMED.contains(keyword);
  }

  /** Returns the text without percent-encoding, which references can have as parts of URIs. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // It has a percent sign that escapes nothing.
    }
  }

  private SpecKeywords() {}
}
