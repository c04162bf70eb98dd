package ai.withcortex.regeneration.api;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.ApiType.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the breaks that japicmp does not detect. */
final class ApiRules {
  private static final String NULLNESS = "NULLNESS";
  private static final String CONSTANT_VALUE_CHANGED = "CONSTANT_VALUE_CHANGED";

  private final Map<String, ApiClass> current;
  private final List<ApiBreak> breaks = new ArrayList<>();

  private ApiRules(Map<String, ApiClass> current) {
    this.current = current;
  }

  /** Compares the classes of all modules, by name. */
  static List<ApiBreak> breaks(Map<String, ApiClass> released, Map<String, ApiClass> current) {
    ApiRules rules = new ApiRules(current);
    released.forEach(
        (name, old) -> {
          ApiClass now = current.get(name);
          if (now != null) {
            rules.compare(old, now);
          }
        });
    return rules.breaks;
  }

  private void compare(ApiClass old, ApiClass now) {
    Place place = new Place(old.name(), "");
    compareSupertypes(place, old, now);
    compareTypeParameters(place, old.typeParameters(), now.typeParameters());
    compareOrder(place, names(old, Member::isEnumConstant), names(now, Member::isEnumConstant));
    Map<String, Member> successors = new TreeMap<>();
    for (Member member : now.members()) {
      successors.put(member.key(now.variables()), member);
      boolean isOptional = member.value().equals(Member.DEFAULT);
      if (old.isAnnotation() && !isOptional && !names(old, any -> true).contains(member.name())) {
        add(
            new Place(old.name(), member.name()),
            "ANNOTATION_MEMBER_ADDED",
            "is new and has no default value; annotations that omit it no longer compile");
      }
    }
    for (Member member : old.members()) {
      Member successor = successors.get(member.key(old.variables()));
      if (successor != null) {
        compare(new Place(old.name(), member.name()), member, successor);
      }
    }
  }

  private void compareSupertypes(Place place, ApiClass old, ApiClass now) {
    Map<String, ApiType> supertypes = new TreeMap<>();
    collectSupertypes(now, Map.of(), supertypes);
    for (ApiType was : old.supertypes()) {
      ApiType is = supertypes.getOrDefault(was.name(), was);
      if (!is.equals(was)) {
        add(
            place,
            "SUPERTYPE_ARGUMENTS_CHANGED",
            "had the supertype `%s` and now has `%s`; code expecting the old one no longer compiles"
                .formatted(was.text(), is.text()));
      }
    }
  }

  /** Adds all supertypes by name, with their type arguments in the class. */
  private void collectSupertypes(
      ApiClass apiClass, Map<String, ApiType> arguments, Map<String, ApiType> found) {
    for (ApiType supertype : ApiType.with(apiClass.supertypes(), arguments)) {
      found.putIfAbsent(supertype.name(), supertype);
      ApiClass above = current.get(supertype.name());
      if (above != null) {
        collectSupertypes(above, ApiClass.arguments(above.typeParameters(), supertype), found);
      }
    }
  }

  private static List<String> names(ApiClass apiClass, Predicate<Member> which) {
    return apiClass.members().stream().filter(which).map(Member::name).toList();
  }

  private void compareOrder(Place place, List<String> old, List<String> now) {
    List<String> before = old.stream().filter(now::contains).toList();
    List<String> after = now.stream().filter(old::contains).toList();
    if (!before.equals(after)) {
      add(
          place,
          "ENUM_ORDER_CHANGED",
          "had its constants in the order "
              + (before + " and now has them in the order " + after)
              + "; programs that compare or sort them behave differently");
    }
  }

  private void compare(Place place, Member old, Member now) {
    compareTypeParameters(place, old.typeParameters(), now.typeParameters());
    List<ApiType> before = old.parameters();
    List<ApiType> after = now.parameters();
    String words =
        before == null
            ? "was of type `%s` and is now of type `%s`"
            : "returned `%s` and now returns `%s`";
    compareNullness(place, words, old.type(), now.type());
    if (!old.type().isNullable() && now.type().isNullable()) {
      String why = "; callers that expect a value fail";
      add(place, NULLNESS, words.formatted(old.type().text(), now.type().text()) + why);
    }
    for (int i = 0; before != null && after != null && i < before.size(); i++) {
      words = "took `%s` and now takes `%s`";
      compareNullness(place, words, before.get(i), after.get(i));
      if (before.get(i).isNullable() && !after.get(i).isNullable()) {
        String why = "; callers that pass null fail";
        add(place, NULLNESS, words.formatted(before.get(i).text(), after.get(i).text()) + why);
      }
    }
    compareValue(place, old.value(), now.value());
  }

  /**
   * Compares the nullness of two types. Parts of a type must agree exactly, so any change in their
   * nullness is a break.
   */
  private void compareNullness(Place place, String words, ApiType old, ApiType now) {
    if (!old.arguments().equals(now.arguments()) && old.plain().equals(now.plain())) {
      String why = "; callers checked by Kotlin or NullAway no longer compile";
      add(place, NULLNESS, words.formatted(old.text(), now.text()) + why);
    }
  }

  /** Finds changes in nullness; japicmp finds all other changes. */
  private void compareTypeParameters(Place place, List<Parameter> old, List<Parameter> now) {
    for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
      List<ApiType> was = old.get(i).bounds();
      List<ApiType> is = now.get(i).bounds();
      if (!was.equals(is) && ApiType.plain(was).equals(ApiType.plain(is))) {
        add(
            place,
            NULLNESS,
            "had the type parameter `%s` and now has `%s`"
                    .formatted(old.get(i).text(), now.get(i).text())
                + "; type arguments that were valid before may no longer compile");
      }
    }
  }

  private void compareValue(Place place, String old, String now) {
    if (old.equals(now) || old.isEmpty()) {
      return; // A new constant or default breaks no code.
    }
    if (old.equals(Member.DEFAULT)) {
      add(
          place,
          "ANNOTATION_DEFAULT_REMOVED",
          "had a default value and no longer has one; annotations that omit it no longer compile");
    } else if (now.isEmpty()) {
      add(
          place,
          "CONSTANT_REMOVED",
          "was the constant "
              + old
              + " and is no longer a constant; compiled code keeps the old value, and switch cases"
              + " and annotations that use it no longer compile");
    } else {
      add(
          place,
          CONSTANT_VALUE_CHANGED,
          "was "
              + old
              + " and is now "
              + now
              + "; compiled code keeps the old value until it is recompiled");
    }
  }

  private void add(Place place, String change, String detail) {
    boolean breaksBinaries = change.matches("CONSTANT_.*|ENUM_.*");
    boolean breaksSources = !change.equals(CONSTANT_VALUE_CHANGED);
    breaks.add(
        new ApiBreak(
            place.className(), place.member(), change, detail, breaksBinaries, breaksSources));
  }

  private record Place(String className, String member) {}
}
