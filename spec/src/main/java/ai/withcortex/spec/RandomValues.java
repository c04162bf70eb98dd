package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Null;
import ai.withcortex.spec.JsonTree.Text;
import java.util.ArrayList;
import java.util.List;

/** Generates random values of any type. */
final class RandomValues {
  /** The maximum depth that the client reads, counted from the outermost container of the text. */
  static final int MAX_DEPTH = 255;

  private final Chance chance;
  private final RandomScalars scalars;

  RandomValues(Chance chance, RandomScalars scalars) {
    this.chance = chance;
    this.scalars = scalars;
  }

  /**
   * Returns a value.
   *
   * @param depth the number of containers around the value
   */
  JsonTree value(int depth) {
    if (chance.below(400) == 0 && chance.take(Feature.DEEPEST)) {
      return nested(MAX_DEPTH - depth);
    }
    return value(depth, 4);
  }

  private JsonTree value(int depth, int levels) {
    return switch (chance.below(levels > 0 && depth < MAX_DEPTH ? 9 : 6)) {
      case 0 -> new Null();
      case 1 -> new Bool(chance.percent(50));
      case 2, 3 -> scalars.freeNumber();
      case 4, 5 -> new Text(scalars.characters(Feature.LONE_SURROGATE_IN_FREE_STRING));
      case 6 -> elements(depth + 1, levels - 1);
      default -> members(depth + 1, levels - 1);
    };
  }

  private Elements elements(int depth, int levels) {
    List<JsonTree> elements = new ArrayList<>();
    for (int i = chance.below(4); i > 0; i--) {
      elements.add(value(depth, levels));
    }
    return new Elements(elements);
  }

  private Members members(int depth, int levels) {
    List<Member> members = new ArrayList<>();
    for (int i = chance.below(4); i > 0; i--) {
      String name = scalars.name(Feature.LONE_SURROGATE_IN_FREE_NAME);
      if (!members.isEmpty() && chance.take(Feature.REPEATED_FREE_NAME, 10)) {
        name = chance.oneOf(members).name();
      }
      if (isNew(name, members) || chance.take(Feature.REPEATED_FREE_NAME)) {
        members.add(new Member(name, value(depth, levels)));
      }
    }
    return new Members(members);
  }

  static boolean isNew(String name, List<Member> members) {
    return members.stream().noneMatch(member -> member.name().equals(name));
  }

  private static JsonTree nested(int levels) {
    JsonTree tree = new Elements(List.of());
    for (int i = 1; i < levels; i++) {
      tree = i % 3 == 0 ? new Members(List.of(new Member("a", tree))) : new Elements(List.of(tree));
    }
    return tree;
  }
}
