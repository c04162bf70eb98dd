package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Text;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Property;
import ai.withcortex.spec.SpecType.Time;
import ai.withcortex.spec.SpecType.Union;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares the JSON that was written with the expected JSON. Values with a type in the spec are
 * compared by meaning, and all other values digit by digit and in order.
 */
public final class JsonDifferences {
  /** The maximum length of a number that is read. */
  private static final int LONGEST = 1000;

  private final List<String> differences = new ArrayList<>();

  private JsonDifferences() {}

  /**
   * Returns the JSON pointer of each difference, with a reason. Characters that are not printable
   * ASCII are escaped.
   *
   * @param expected the expected JSON, without repeated names in typed places, as in {@link
   *     ExpectedReading}
   */
  public static List<String> of(SpecType type, JsonTree expected, JsonTree actual) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare(type, expected, actual, "");
    return differences.differences;
  }

  private void compare(SpecType type, JsonTree expected, JsonTree actual, String pointer) {
    if (expected.getClass() != actual.getClass()) {
      note(pointer, kind(expected) + " became " + kind(actual));
    } else if (type instanceof Free || !type.fits(expected)) {
      compareExactly(expected, actual, pointer);
    } else if (type instanceof ListOf list) {
      compareElements(list.elements(), expected, actual, pointer);
    } else if (type instanceof MapOf map) {
      compareInOrder(map.values(), (Members) expected, (Members) actual, pointer);
    } else if (type instanceof Model model) {
      compareProperties(model, (Members) expected, (Members) actual, pointer);
    } else if (type instanceof Union union) {
      compareVariants(union, (Members) expected, (Members) actual, pointer);
    } else if (!meansTheSame(type, expected, actual)) {
      note(pointer, "value");
    }
  }

  private static boolean meansTheSame(SpecType type, JsonTree expected, JsonTree actual) {
    if (expected.equals(actual)) {
      return true;
    } else if (isLongest(expected) && actual instanceof Digits written) {
      return isEqual((Digits) expected, written);
    } else if (!type.fits(actual)) {
      return false;
    } else if (expected instanceof Digits digits) {
      return isEqual(digits, (Digits) actual);
    }
    return type instanceof Time
        && SpecNumbers.instant(((Text) expected).characters())
            .equals(SpecNumbers.instant(((Text) actual).characters()));
  }

  /**
   * Returns whether a point and an exponent, which BigDecimal writes, may make the number longer
   * than the limit.
   */
  private static boolean isLongest(JsonTree number) {
    return number instanceof Digits digits && digits.text().length() > LONGEST - 15;
  }

  private static boolean isEqual(Digits one, Digits other) {
    return new BigDecimal(one.text()).compareTo(new BigDecimal(other.text())) == 0;
  }

  private void compareElements(SpecType type, JsonTree expected, JsonTree actual, String pointer) {
    List<JsonTree> left = ((Elements) expected).list();
    List<JsonTree> right = ((Elements) actual).list();
    if (left.size() != right.size()) {
      note(pointer, left.size() + " elements became " + right.size());
      return;
    }
    for (int i = 0; i < left.size(); i++) {
      compare(type, left.get(i), right.get(i), pointer + "/" + i);
    }
  }

  private void compareInOrder(SpecType type, Members expected, Members actual, String pointer) {
    if (!names(expected).equals(names(actual))) {
      note(pointer, "names or their order");
      return;
    }
    for (int i = 0; i < expected.list().size(); i++) {
      Member member = expected.list().get(i);
      compare(type, member.value(), actual.list().get(i).value(), pointer + "/" + member.name());
    }
  }

  private void compareVariants(Union union, Members expected, Members actual, String pointer) {
    JsonTree label = byName(expected).get(union.discriminator());
    Model variant = label instanceof Text text ? union.variants().get(text.characters()) : null;
    if (variant == null) {
      compareExactly(expected, actual, pointer);
    } else {
      compareProperties(variant, expected, actual, pointer);
    }
  }

  private void compareProperties(Model model, Members expected, Members actual, String pointer) {
    Map<String, JsonTree> left = byName(expected);
    Map<String, JsonTree> right = byName(actual);
    if (actual.list().size() != right.size()) {
      note(pointer, "names are repeated");
    }
    left.forEach(
        (name, value) -> {
          if (!right.containsKey(name)) {
            note(pointer + "/" + name, "lost");
          } else {
            Property property = model.properties().get(name);
            SpecType type = property == null ? new Free() : property.type();
            compare(type, value, right.get(name), pointer + "/" + name);
          }
        });
    right.keySet().stream()
        .filter(name -> !left.containsKey(name))
        .forEach(name -> note(pointer + "/" + name, "invented"));
  }

  private void compareExactly(JsonTree expected, JsonTree actual, String pointer) {
    if (expected instanceof Elements) {
      if (!expected.equals(actual)) {
        compareElements(new Free(), expected, actual, pointer);
      }
    } else if (expected instanceof Members members) {
      if (!expected.equals(actual)) {
        compareInOrder(new Free(), members, (Members) actual, pointer);
      }
    } else if (!expected.equals(actual)) {
      note(pointer, expected instanceof Digits ? "text of a number" : "value");
    }
  }

  private void note(String pointer, String what) {
    differences.add(printable(pointer) + ": " + what);
  }

  private static String printable(String text) {
    return text.chars()
        .mapToObj(c -> c >= ' ' && c < 0x7f ? "" + (char) c : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }

  private static Map<String, JsonTree> byName(Members members) {
    return members.list().stream()
        .collect(Collectors.toMap(Member::name, Member::value, (first, last) -> last));
  }

  private static List<String> names(Members members) {
    return members.list().stream().map(Member::name).toList();
  }

  private static String kind(JsonTree tree) {
    return tree.getClass().getSimpleName();
  }
}
