package ai.withcortex.fuzz;

import ai.withcortex.core.CortexDataException;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Text;
import java.util.EnumSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Known defects of the client. What is taken out of {@link #KNOWN} is found again. */
enum NotYet {
  /** Half a surrogate pair in typed text or a name is written as a question mark. */
  LONE_SURROGATES,
  /** An optional number or timestamp that cannot be read is an error. */
  REFUSED_SCALARS,
  /** A value that does not fit is kept beside one that fits, until it is written. */
  REPEATED_MISFITS,
  /** A timestamp that its offset takes out of the years 0000 to 9999 is read and not written. */
  YEARS_OUT_OF_RANGE;

  private static final EnumSet<NotYet> KNOWN = EnumSet.allOf(NotYet.class);

  /** Whether what was written may be anything. */
  static boolean spoils(JsonTree tree) {
    return (KNOWN.contains(LONE_SURROGATES) && hasText(tree, NotYet::hasLoneSurrogate))
        || (KNOWN.contains(YEARS_OUT_OF_RANGE)
            && hasText(tree, text -> text.matches("(0000-01-01|9999-12-31)[Tt].*[+-].*")));
  }

  /** Whether what fits may be refused so. */
  static boolean forgives(@Nullable Exception refusal) {
    String message = refusal == null ? "" : String.valueOf(refusal.getMessage());
    return KNOWN.contains(REFUSED_SCALARS)
        && refusal instanceof CortexDataException
        && message.matches("(?s)Expected an? (number of|timestamp|integer|BigDecimal|..-bit).*");
  }

  /** Whether what was written may be read as something else. */
  static boolean confuses() {
    return KNOWN.contains(REPEATED_MISFITS);
  }

  private static boolean hasText(JsonTree tree, Predicate<String> property) {
    if (tree instanceof Members members) {
      return members.list().stream()
          .anyMatch(m -> property.test(m.name()) || hasText(m.value(), property));
    } else if (tree instanceof Elements elements) {
      return elements.list().stream().anyMatch(element -> hasText(element, property));
    }
    return tree instanceof Text text && property.test(text.characters());
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
