package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.ApiBreak;
import ai.withcortex.regeneration.spec.SpecChange;
import ai.withcortex.regeneration.version.Effect;
import java.util.Locale;
import java.util.Set;

/** Matches breaks in the generated Java API with the spec changes that cause them. */
final class SpecMember {
  private SpecMember() {}

  /**
   * Returns whether a breaking spec change and a break in the Java API are about the same member.
   */
  static boolean explains(SpecChange change, ApiBreak found) {
    if (change.effect() != Effect.BREAKING) {
      return false;
    }
    return change.pointer().startsWith("#/components/schemas/")
        ? isOfSchema(change, found)
        : found.className().contains(".api.") && isOfOperation(change.place(), found.member());
  }

  /**
   * Returns whether the member belongs to the operation. A parameter is in a method, and in the
   * class for optional parameters.
   */
  private static boolean isOfOperation(String place, String member) {
    String parameter = place.replaceFirst("^[^. ]*\\.?", "");
    return plain(place.split("[. ]", 2)[0]).equals(plain(member))
        || (!member.isEmpty() && isSetter(member, parameter));
  }

  private static boolean isOfSchema(SpecChange change, ApiBreak found) {
    String[] classes =
        found.className().substring(found.className().lastIndexOf('.') + 1).split("\\$", 2);
    String owner = plain(classes[0]);
    String member = found.member();
    String place = change.place().replace("[]", "");
    int dot = place.lastIndexOf('.');
    if (dot < 0) {
      return member.isEmpty() && Set.of(plain(place), plain("Unknown" + place)).contains(owner);
    }
    String part = place.substring(dot + 1);
    if (member.isEmpty()) {
      return owner.equals(plain(part)); // A variant, which is a class.
    }
    boolean isOwner =
        owner.equals(plain(place.substring(0, dot)))
            || change.heirs().stream().anyMatch(heir -> owner.equals(plain(heir)));
    String nested = classes.length > 1 ? classes[1] : "";
    return isOwner
        && switch (nested) {
          case "Builder" -> isSetter(member, part);
          case "Visitor" -> plain(member).equals("visit" + plain(part));
          default -> plain(member).equals(plain(part));
        };
  }

  /**
   * Returns whether a method sets the property. For a list or a map, some builder methods are named
   * after a single element.
   */
  private static boolean isSetter(String method, String property) {
    String name = plain(method.replaceFirst("^(addAll|add|putAll|put|clear)(?=[A-Z])", ""));
    String whole = plain(property);
    return plain(method).equals(whole)
        || name.equals(whole)
        || (method.matches("(add|put)[A-Z].*")
            && whole.startsWith(name.substring(0, name.length() - 1))
            && whole.length() - name.length() <= 2);
  }

  /**
   * Returns the name without case and separators, the only differences between names in the spec
   * and in Java.
   */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
