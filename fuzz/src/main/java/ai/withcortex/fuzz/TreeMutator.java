package ai.withcortex.fuzz;

import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.SpecTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes one place of a JSON tree at random. */
final class TreeMutator {
  private static final List<JsonTree> VALUES =
      ((Elements)
              JsonTreeReader.read(
                  """
                  [null, true, "", "a", "note", "later", "PENDING", "\\ud800", "2023-12-25",
                  "2023-12-25T10:11:12.1Z", "0000-01-01T00:00:00+00:01", 0, -0, 1.0, 1.5, 1e3, 1e400,
                  -1e-99999999999, 9223372036854775807, 9223372036854775808, 2147483648, [], {},
                  [null], ["a"], [1], [{}], {"a": 1, "a": 2}, {"id": "x", "total": 1}, {"": {}}, %s1]
                  """
                      .formatted("1".repeat(1_000))))
          .list();

  private static final List<String> NAMES = names();

  private final Random random;

  TreeMutator(Random random) {
    this.random = random;
  }

  JsonTree change(JsonTree tree) {
    List<JsonTree> nodes = new ArrayList<>();
    collect(tree, nodes);
    JsonTree place = nodes.get(random.nextInt(nodes.size()));
    JsonTree donor = nodes.get(random.nextInt(nodes.size()));
    return replace(tree, place, changed(place, donor));
  }

  private static void collect(JsonTree tree, List<JsonTree> nodes) {
    nodes.add(tree);
    if (tree instanceof Members members) {
      members.list().forEach(member -> collect(member.value(), nodes));
    } else if (tree instanceof Elements elements) {
      elements.list().forEach(element -> collect(element, nodes));
    }
  }

  /** Replaces a node, which is told by its identity. */
  @SuppressWarnings("ReferenceEquality")
  private static JsonTree replace(JsonTree tree, JsonTree place, JsonTree replacement) {
    if (tree == place) {
      return replacement;
    } else if (tree instanceof Members members) {
      List<Member> changed = new ArrayList<>();
      for (Member member : members.list()) {
        changed.add(new Member(member.name(), replace(member.value(), place, replacement)));
      }
      return new Members(changed);
    } else if (tree instanceof Elements elements) {
      List<JsonTree> changed = new ArrayList<>();
      for (JsonTree element : elements.list()) {
        changed.add(replace(element, place, replacement));
      }
      return new Elements(changed);
    }
    return tree;
  }

  private JsonTree changed(JsonTree place, JsonTree donor) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return nested(place);
    } else if (kind < 3) {
      return donor;
    } else if (kind < 5) {
      return value();
    } else if (place instanceof Members members) {
      return new Members(changedList(members.list(), new Member(name(), otherValue(donor)), true));
    } else if (place instanceof Elements elements) {
      return new Elements(changedList(elements.list(), otherValue(donor), false));
    }
    return value();
  }

  private <T> List<T> changedList(List<T> list, T addition, boolean isMembers) {
    List<T> changed = new ArrayList<>(list);
    if (changed.isEmpty() || random.nextInt(3) == 0) {
      changed.add(random.nextInt(changed.size() + 1), addition);
      return changed;
    }
    int index = random.nextInt(changed.size());
    switch (random.nextInt(isMembers ? 5 : 4)) {
      case 0 -> changed.remove(index);
      case 1 -> changed.add(random.nextInt(changed.size() + 1), changed.get(index));
      case 2 -> Collections.shuffle(changed, random);
      case 3 -> changed.set(index, addition);
      default -> changed.add(random.nextInt(changed.size() + 1), repeated(changed.get(index)));
    }
    return changed;
  }

  @SuppressWarnings("unchecked") // What repeats a name is a member, and so is what is asked for.
  private <T> T repeated(T member) {
    return (T) new Member(((Member) member).name(), value());
  }

  private JsonTree nested(JsonTree inner) {
    JsonTree tree = inner;
    for (int levels = random.nextInt(random.nextInt(10) == 0 ? 280 : 4); levels >= 0; levels--) {
      tree =
          random.nextBoolean()
              ? new Elements(List.of(tree))
              : new Members(List.of(new Member(name(), tree)));
    }
    return tree;
  }

  private JsonTree otherValue(JsonTree donor) {
    return random.nextBoolean() ? donor : value();
  }

  private JsonTree value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  /** The names that the spec has, and some that it does not. */
  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of("", "later", "\ud800", "a/b~", "\u0000"));
    for (String part : SpecTypes.parts(SpecTypes.page())) {
      if (part.contains(".") && !part.contains(" ")) {
        names.add(part.substring(part.indexOf('.') + 1));
      }
    }
    return names;
  }
}
