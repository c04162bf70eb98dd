package ai.withcortex.trial.mutation;

import ai.withcortex.trial.mutation.Tree.Member;
import ai.withcortex.trial.mutation.Tree.Place;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Changes a tree at random places, and describes each change. */
final class TreeChanges {
  private static final OddValues ODD = OddValues.ALL;

  /** Ends of the locations of members that have names of their own. */
  private static final Pattern NAMED =
      Pattern.compile(
          "/(schemas|properties|paths|parameters|responses|requestBodies|headers|mapping)/[^/]+$");

  /** Ends of the locations of values that are names. */
  private static final Pattern NAMING =
      Pattern.compile("/(operationId|name|propertyName|enum/[0-9]+|tags/[0-9]+)$");

  private final RandomGenerator random;
  private final List<Place> places;
  private final List<Member> members;

  private TreeChanges(RandomGenerator random, List<Place> places, List<Member> members) {
    this.random = random;
    this.places = places;
    this.members = members;
  }

  /** Changes the tree once, and returns what was changed. */
  static String change(Tree tree, RandomGenerator random) {
    List<Place> places = tree.places();
    List<Member> members =
        places.stream().filter(Member.class::isInstance).map(Member.class::cast).toList();
    return members.isEmpty()
        ? "nothing, because the document has no names"
        : new TreeChanges(random, places, members).change();
  }

  private String change() {
    Place place = any(places);
    Member member = any(members);
    return switch (random.nextInt(20)) {
      case 0, 1 -> remove(place);
      case 2 -> rename(member, any(ODD.names()));
      case 3 -> rename(member, any(members).name());
      case 4, 5, 6 -> renameEverywhere(givenName(), Tree.text(any(ODD.names())));
      case 7 -> repeat(place);
      case 8 -> repeatWithOtherName(member);
      case 9 -> set(place, any(ODD.values()));
      case 10 -> set(place, any(ODD.names()));
      case 11 -> set(place, any(places).value());
      case 12 -> share(place);
      case 13 -> swap(place, any(places));
      case 14 -> empty(place);
      case 15 -> redirect();
      case 16, 17 -> add(place);
      case 18 -> wrap(place);
      default -> requote(place);
    };
  }

  private static String remove(Place place) {
    place.remove();
    return "remove " + place.pointer();
  }

  private static String rename(Member member, Node name) {
    member.rename(Tree.copy(name));
    return "rename " + member.pointer() + " to " + Tree.describe(name);
  }

  /** Returns a name that the author of the document chose. */
  private String givenName() {
    List<String> names =
        places.stream()
            .filter(place -> NAMED.matcher(place.pointer()).find())
            .map(place -> place instanceof Member member ? member.text() : Tree.text(place.value()))
            .toList();
    List<String> values =
        places.stream()
            .filter(place -> NAMING.matcher(place.pointer()).find())
            .map(place -> Tree.text(place.value()))
            .toList();
    if (names.isEmpty() && values.isEmpty()) {
      return any(members).text();
    }
    return any(names.isEmpty() || (!values.isEmpty() && random.nextBoolean()) ? values : names);
  }

  /** Also renames in references, lists such as {@code required}, and elsewhere. */
  private String renameEverywhere(String from, String to) {
    for (Place place : places) {
      String text = Tree.text(place.value());
      if (text.equals(from) && place.value() instanceof ScalarNode) {
        place.replace(Tree.string(to));
      } else if (text.startsWith("#/") && text.endsWith("/" + from)) {
        String start = text.substring(0, text.length() - from.length());
        place.replace(Tree.string(start + to.replace("~", "~0").replace("/", "~1")));
      }
    }
    members.stream().filter(m -> m.text().equals(from)).forEach(m -> m.rename(Tree.string(to)));
    return "rename '" + from + "' everywhere to " + Tree.describe(Tree.string(to));
  }

  private String repeat(Place place) {
    Node value = Tree.copy(random.nextBoolean() ? place.value() : any(places).value());
    place.repeat(value);
    return "repeat " + place.pointer() + " with " + Tree.describe(value);
  }

  private String repeatWithOtherName(Member member) {
    Node name = Tree.copy(any(random.nextBoolean() ? ODD.names() : names()));
    member.repeat(Tree.copy(member.value()));
    member.rename(name);
    return "repeat " + member.pointer() + " as " + Tree.describe(name);
  }

  private List<Node> names() {
    return members.stream().map(Member::name).toList();
  }

  private static String set(Place place, Node value) {
    place.replace(Tree.copy(value));
    return "set " + place.pointer() + " to " + Tree.describe(value);
  }

  /** Lets two places have the same value, one as an alias of the other, or of itself. */
  private String share(Place place) {
    Place other = any(places);
    place.replace(other.value());
    return "set " + place.pointer() + " to an alias of " + other.pointer();
  }

  private static String swap(Place place, Place other) {
    Node value = place.value();
    place.replace(other.value());
    other.replace(value);
    return "swap " + place.pointer() + " and " + other.pointer();
  }

  private static String empty(Place place) {
    if (place.value() instanceof MappingNode object) {
      object.getValue().clear();
    } else if (place.value() instanceof SequenceNode list) {
      list.getValue().clear();
    } else {
      place.replace(Tree.plain("null"));
    }
    return "empty " + place.pointer();
  }

  private String redirect() {
    List<Member> references = members.stream().filter(m -> m.text().equals("$ref")).toList();
    if (references.isEmpty()) {
      return remove(any(places));
    }
    Member reference = any(references);
    return set(
        reference,
        random.nextBoolean() ? any(references).value() : Tree.string(any(places).pointer()));
  }

  private String add(Place place) {
    MappingNode addition = (MappingNode) Tree.copy(any(ODD.members()));
    if (place.value() instanceof MappingNode object) {
      object.getValue().removeIf(m -> sameName(m, addition.getValue().get(0)));
      object.getValue().add(addition.getValue().get(0));
      return "add " + Tree.describe(addition) + " to " + place.pointer();
    }
    return set(place, addition);
  }

  private static boolean sameName(NodeTuple member, NodeTuple other) {
    return member.getKeyNode() instanceof ScalarNode name
        && other.getKeyNode() instanceof ScalarNode otherName
        && name.getValue().equals(otherName.getValue());
  }

  private String wrap(Place place) {
    Node wrapper = any(ODD.wrappers());
    place.replace(OddValues.wrap(wrapper, place.value()));
    return "put " + Tree.describe(wrapper) + " around " + place.pointer();
  }

  /** Changes whether a scalar is in quotes, which can change its type. */
  private static String requote(Place place) {
    if (!(place.value() instanceof ScalarNode scalar)) {
      return remove(place);
    }
    boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    Node value =
        isPlain
            ? new ScalarNode(Tag.STR, scalar.getValue(), null, null, ScalarStyle.DOUBLE_QUOTED)
            : Tree.plain(scalar.getValue());
    return set(place, value);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
