package ai.withcortex.trial.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The lists in odd-values.yaml. */
record OddValues(List<Node> names, List<Node> values, List<Node> members, List<Node> wrappers) {
  static final OddValues ALL = read();

  private static OddValues read() {
    List<List<Node>> lists = new ArrayList<>();
    try (InputStream file = OddValues.class.getResourceAsStream("/odd-values.yaml")) {
      String text = new String(requireNonNull(file).readAllBytes(), UTF_8);
      for (NodeTuple list : ((MappingNode) requireNonNull(Tree.node(text))).getValue()) {
        lists.add(((SequenceNode) list.getValueNode()).getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OddValues(lists.get(0), lists.get(1), lists.get(2), lists.get(3));
  }

  /** Returns a copy of a wrapper with the given value in the place of {@code HERE}. */
  static Node wrap(Node wrapper, Node value) {
    if (wrapper instanceof ScalarNode scalar && scalar.getValue().equals("HERE")) {
      return value;
    }
    Node copy = Tree.copy(wrapper);
    if (copy instanceof MappingNode object) {
      object
          .getValue()
          .replaceAll(m -> new NodeTuple(m.getKeyNode(), wrap(m.getValueNode(), value)));
    } else if (copy instanceof SequenceNode list) {
      list.getValue().replaceAll(element -> wrap(element, value));
    }
    return copy;
  }
}
