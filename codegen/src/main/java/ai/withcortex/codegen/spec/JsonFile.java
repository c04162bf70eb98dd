package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserException;

/** Reads JSON as the nodes of YAML. SnakeYAML itself does not read all of JSON. */
final class JsonFile {
  private static final JsonFactory JSON = new JsonFactory();
  private static final TextTimes TYPES = new TextTimes();

  private final JsonParser json;
  private final int maxDepth;

  private JsonFile(JsonParser json, int maxDepth) {
    this.json = json;
    this.maxDepth = maxDepth;
  }

  static Node read(String text, int maxDepth) throws IOException {
    try (JsonParser json = JSON.createParser(text)) {
      return new JsonFile(json, maxDepth).root();
    }
  }

  private Node root() throws IOException {
    try {
      json.nextToken();
      Node root = value(1);
      if (json.nextToken() != null) {
        throw new JsonParseException(json, "Expected the end after the first object");
      }
      return root;
    } catch (StreamConstraintsException e) {
      // Jackson does not say where.
      throw new StreamConstraintsException(e.getOriginalMessage(), json.currentLocation());
    }
  }

  /** Returns the value that starts with the current token. */
  private Node value(int depth) throws IOException {
    Mark start = mark();
    boolean isObject = json.currentToken() == JsonToken.START_OBJECT;
    if (!isObject && json.currentToken() != JsonToken.START_ARRAY) {
      return scalar(start);
    }
    if (depth > maxDepth) {
      throw new ParserException(null, null, YamlFile.TOO_DEEP + maxDepth, start);
    }
    if (isObject) {
      List<NodeTuple> members = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        Node name = text(mark());
        json.nextToken();
        members.add(new NodeTuple(name, value(depth + 1)));
      }
      return new MappingNode(Tag.MAP, true, members, start, null, FlowStyle.FLOW);
    }
    List<Node> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(depth + 1));
    }
    return new SequenceNode(Tag.SEQ, true, elements, start, null, FlowStyle.FLOW);
  }

  private Node scalar(Mark start) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return text(start);
    }
    // YAML requires a dot in numbers with an exponent.
    String value = json.getText().replaceFirst("^(-?[0-9]+)[eE]", "$1.0e");
    Tag tag = TYPES.resolve(NodeId.scalar, value, true);
    return new ScalarNode(tag, value, start, null, ScalarStyle.PLAIN);
  }

  private Node text(Mark start) throws IOException {
    return new ScalarNode(Tag.STR, json.getText(), start, null, ScalarStyle.DOUBLE_QUOTED);
  }

  private Mark mark() {
    JsonLocation at = json.currentTokenLocation();
    return new Mark("", 0, at.getLineNr() - 1, at.getColumnNr() - 1, new int[0], 0);
  }
}
