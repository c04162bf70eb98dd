package ai.withcortex.trial.mutation;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A YAML document as a tree that can be changed. Unlike objects, its nodes can have a name twice,
 * names of any type, and several parents.
 */
final class Tree {
  private final Node root;

  Tree(Node root) {
    this.root = root;
  }

  /** Reads YAML or JSON, which becomes YAML. What is added to it may not be JSON. */
  static Tree read(String text) {
    boolean isJson = text.stripLeading().startsWith("{");
    Node root = node(isJson ? text.replace('\t', ' ') : text);
    if (root == null) {
      throw new YAMLException("The document is empty.");
    }
    Tree tree = new Tree(root);
    if (isJson) {
      useBlocks(root);
      tree.places().forEach(place -> useBlocks(place.value()));
    }
    return tree;
  }

  private static void useBlocks(Node node) {
    if (node instanceof CollectionNode<?> collection) {
      collection.setFlowStyle(DumperOptions.FlowStyle.BLOCK);
    }
  }

  /** Reads a part of a document; null if it is empty. */
  static @Nullable Node node(String text) {
    return yaml().compose(new StringReader(text));
  }

  /** Returns a scalar that is a string, in quotes if necessary. */
  static ScalarNode string(String text) {
    return new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.PLAIN);
  }

  /** Returns a scalar without quotes, which may be of any type. */
  static Node plain(String text) {
    try {
      return node(text) instanceof ScalarNode scalar ? scalar : string(text);
    } catch (YAMLException e) {
      return string(text);
    }
  }

  /** Returns the text of a scalar; empty if the node is none. */
  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Returns a node as short YAML. */
  static String describe(Node node) {
    String text = new Tree(node).toString().strip().replaceAll("\\s+", " ");
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  /** A member of an object or an element of a list. */
  sealed interface Place {
    /** Returns the location as a JSON pointer. */
    String pointer();

    Node value();

    void replace(Node value);

    void remove();

    /** Adds another value behind this one, in an object with the same name. */
    void repeat(Node value);
  }

  /** A member of an object. */
  record Member(String pointer, List<NodeTuple> members, int index) implements Place {
    Node name() {
      return members.get(index).getKeyNode();
    }

    void rename(Node name) {
      members.set(index, new NodeTuple(name, value()));
    }

    /** Returns the name, or the empty string if it is no scalar. */
    String text() {
      return Tree.text(name());
    }

    @Override
    public Node value() {
      return members.get(index).getValueNode();
    }

    @Override
    public void replace(Node value) {
      members.set(index, new NodeTuple(name(), value));
    }

    @Override
    public void remove() {
      members.remove(index);
    }

    @Override
    public void repeat(Node value) {
      // The same node would be an alias as a name, which is rare.
      members.add(index + 1, new NodeTuple(copy(name()), value));
    }
  }

  /** An element of a list. */
  record Element(String pointer, List<Node> elements, int index) implements Place {
    @Override
    public Node value() {
      return elements.get(index);
    }

    @Override
    public void replace(Node value) {
      elements.set(index, value);
    }

    @Override
    public void remove() {
      elements.remove(index);
    }

    @Override
    public void repeat(Node value) {
      elements.add(index + 1, value);
    }
  }

  /** Returns all places in the order of the document. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    collect(root, "#", places, Collections.newSetFromMap(new IdentityHashMap<>()));
    return places;
  }

  private static void collect(Node node, String pointer, List<Place> places, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode object) {
      for (int i = 0; i < object.getValue().size(); i++) {
        Member member = new Member(pointer, object.getValue(), i);
        String inner = pointer + "/" + member.text().replace("~", "~0").replace("/", "~1");
        places.add(new Member(inner, object.getValue(), i));
        collect(member.value(), inner, places, seen);
      }
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Element element = new Element(pointer + "/" + i, list.getValue(), i);
        places.add(element);
        collect(element.value(), element.pointer(), places, seen);
      }
    }
  }

  /** Returns a copy of a node with copies of all nodes below it. */
  static Node copy(Node node) {
    return copy(node, new IdentityHashMap<>());
  }

  private static Node copy(Node node, Map<Node, Node> copies) {
    Node known = copies.get(node);
    if (known != null) {
      return known;
    }
    if (node instanceof MappingNode object) {
      List<NodeTuple> members = new ArrayList<>();
      MappingNode copy = new MappingNode(node.getTag(), members, object.getFlowStyle());
      copies.put(node, copy);
      for (NodeTuple member : object.getValue()) {
        members.add(
            new NodeTuple(copy(member.getKeyNode(), copies), copy(member.getValueNode(), copies)));
      }
      return copy;
    }
    if (node instanceof SequenceNode list) {
      List<Node> elements = new ArrayList<>();
      SequenceNode copy = new SequenceNode(node.getTag(), elements, list.getFlowStyle());
      copies.put(node, copy);
      list.getValue().forEach(element -> elements.add(copy(element, copies)));
      return copy;
    }
    ScalarNode scalar = (ScalarNode) node;
    return new ScalarNode(scalar.getTag(), scalar.getValue(), null, null, scalar.getScalarStyle());
  }

  /** Returns the document as YAML. */
  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    yaml().serialize(root, text);
    return text.toString();
  }

  private static Yaml yaml() {
    LoaderOptions reading = new LoaderOptions();
    reading.setCodePointLimit(Integer.MAX_VALUE);
    reading.setMaxAliasesForCollections(Integer.MAX_VALUE);
    reading.setNestingDepthLimit(1_000);
    DumperOptions writing = new DumperOptions();
    return new Yaml(new SafeConstructor(reading), new Representer(writing), writing, reading);
  }
}
