package ai.withcortex.fuzz;

import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeReader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * What Moshi's strict reader takes although RFC 8259 does not allow it. These are the only texts
 * that the client may take and Jackson not:
 *
 * <ul>
 *   <li>keywords with capital letters, such as {@code True}
 *   <li>control characters in strings
 *   <li>a backslash before an apostrophe or the end of a line
 * </ul>
 */
final class LenientTree {
  /** Strings, so that what is in them is passed over, and keywords. */
  private static final Pattern STRING_OR_KEYWORD =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|(?i:true|false|null)", Pattern.DOTALL);

  private LenientTree() {}

  /** The tree of a text that is no JSON for another reason than these. */
  static Optional<JsonTree> of(String text) {
    Matcher matcher = STRING_OR_KEYWORD.matcher(text);
    String lower =
        matcher.replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().startsWith("\"")
                        ? match.group()
                        : match.group().toLowerCase(Locale.ROOT)));
    try {
      return Optional.of(JsonTreeReader.readLeniently(lower));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
