package ai.withcortex.codegen.spec;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the parts of a spec in its file. */
final class Positions {
  private final @Nullable Node root;

  /** The members of each object by name, because reports of large files look up many. */
  private final IdentityHashMap<Node, Map<String, NodeTuple>> members = new IdentityHashMap<>();

  /**
   * @param root null if the file is empty
   */
  Positions(@Nullable Node root) {
    this.root = root;
  }

  /** A position in a file, counted from 1. */
  record Position(int line, int column) implements Comparable<Position> {
    static final Position START = new Position(1, 1);

    static Position of(Mark mark) {
      return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    @Override
    public int compareTo(Position other) {
      return line != other.line
          ? Integer.compare(line, other.line)
          : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
      return line + ":" + column;
    }
  }

  /** Returns the position of a part, or of what should contain it if the part is missing. */
  Position of(SpecPlace place) {
    Node node = root;
    Mark mark = null;
    for (String step : place.steps()) {
      if (node instanceof SequenceNode list) {
        // A member that should be in the list's place has a name.
        int index = step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
        node = index < list.getValue().size() ? list.getValue().get(index) : null;
        mark = node == null ? mark : node.getStartMark();
      } else if (node instanceof MappingNode object) {
        NodeTuple member = members.computeIfAbsent(object, o -> byName(object)).get(step);
        node = member == null ? null : member.getValueNode();
        mark = member == null ? mark : member.getKeyNode().getStartMark();
      } else {
        break;
      }
    }
    return mark == null ? Position.START : Position.of(mark);
  }

  private static Map<String, NodeTuple> byName(MappingNode object) {
    Map<String, NodeTuple> byName = new HashMap<>();
    for (NodeTuple member : object.getValue()) {
      if (member.getKeyNode() instanceof ScalarNode key) {
        byName.put(key.getValue(), member);
      }
    }
    return byName;
  }
}
