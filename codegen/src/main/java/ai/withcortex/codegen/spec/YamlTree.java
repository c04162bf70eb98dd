package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns YAML into JSON. A part with an alias becomes one node in several places.
 *
 * <p>Names are as they are in the file. Names and texts without quotes that YAML reads as something
 * else are faults: the client would send what was read, and linters and bundlers, which use YAML
 * 1.2, may read it differently than OpenAPI Generator, which uses YAML 1.1.
 */
final class YamlTree {
  /** Keywords whose values, or whose elements, are names. */
  private static final Set<String> NAMES =
      Set.of(
          "in", "mapping", "name", "operationId", "propertyName", "tags", SpecKeywords.FILTER_OF);

  /** Keywords whose values are other text, which may be empty. */
  private static final Set<String> TEXTS =
      Set.of("description", "format", "pattern", "summary", "title", "type", "version");

  private static final Resolver TYPES = new TextTimes();

  private final Faults faults;
  private final int maxSize;

  /** The parts converted so far, for each use that is checked differently. */
  private final Map<Use, Sized> converted = new HashMap<>();

  /** The parts that are being converted. */
  private final Set<Node> open = new HashSet<>();

  /** The nodes so far. An alias of one, and a copy of a merged name, are the same object. */
  private final Set<Node> known = new HashSet<>();

  private YamlTree(Faults faults, int maxSize) {
    this.faults = faults;
    this.maxSize = maxSize;
  }

  /**
   * Returns the content of a file as JSON; missing if the file is empty.
   *
   * @param maxSize how many values the JSON can have if each alias is a copy
   */
  static JsonNode convert(@Nullable Node root, Faults faults, int maxSize) {
    Context start = new Context(SpecPlace.ROOT, "", false, false);
    if (root == null) {
      return MissingNode.getInstance();
    }
    return new YamlTree(faults, maxSize).convert(root, start).json;
  }

  /** A part of the file, and what decides how its names and texts are checked. */
  private record Use(Node node, String keyword, boolean isNamed, boolean isFree) {}

  /** A part of the JSON, and how many values it has if each alias is a copy. */
  private record Sized(JsonNode json, int size) {}

  /**
   * What surrounds a value.
   *
   * @param keyword the nearest keyword above the value
   * @param isNamed whether the value is an object with names that the spec chooses
   * @param isFree whether the value is part of an example or an extension
   */
  private record Context(SpecPlace place, String keyword, boolean isNamed, boolean isFree) {
    Context element(int index) {
      return new Context(place.to(index), keyword, false, isFree);
    }

    Context member(String name) {
      if (isNamed) {
        return new Context(place.to(name), keyword, false, isFree);
      }
      boolean isUsed = name.equals(SpecKeywords.FILTER_OF) || name.startsWith("x-enum");
      boolean free = name.startsWith("example") || (name.startsWith("x-") && !isUsed);
      return new Context(place.to(name), name, SpecKeywords.hasNames(name), isFree || free);
    }
  }

  private Sized convert(Node node, Context context) {
    boolean hasTag = hasTag(node, context);
    if (node instanceof ScalarNode scalar) {
      known.add(scalar);
      return new Sized(hasTag ? value(scalar, context) : text(scalar), 1);
    }
    Use use = new Use(node, context.keyword, context.isNamed, context.isFree);
    Sized before = converted.get(use);
    if (before != null) {
      return before;
    }
    if (!open.add(node)) {
      faults.addUnreadable(
          new SpecException(
              context.place, "contains itself through a YAML alias", "Refer to it with $ref."));
      JsonNodeFactory json = JsonNodeFactory.instance;
      return new Sized(node instanceof MappingNode ? json.objectNode() : json.arrayNode(), 1);
    }
    Sized result =
        node instanceof MappingNode object
            ? object(object, context)
            : list((SequenceNode) node, context);
    open.remove(node);
    converted.put(use, result);
    return result;
  }

  private Sized list(SequenceNode list, Context context) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    int size = 1;
    for (Node element : list.getValue()) {
      Sized part = convert(element, context.element(json.size()));
      json.add(part.json);
      size = add(size, part, context);
    }
    return new Sized(json, size);
  }

  private Sized object(MappingNode object, Context context) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    int size = 1;
    boolean isFirst = known.add(object);
    for (NodeTuple member : object.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        faults.add(
            new SpecException(context.place, "has a name that is not text", "Replace the name."));
        continue;
      }
      String name = key.getValue();
      Context its = context.member(name);
      boolean hasTag = hasTag(key, its);
      if (isFirst && !known.add(key) && key.getAnchor() != null) {
        faults.add(
            new SpecException(
                its.place, "has a YAML alias as its name", "Replace the alias with the name."));
      }
      if (hasTag && !context.isFree) {
        requireName(key, its);
      }
      Sized part = convert(member.getValueNode(), its);
      if (json.replace(name, part.json) != null) {
        faults.add(new SpecException(its.place, "appears twice", "Remove one of them."));
      }
      size = add(size, part, context);
    }
    return new Sized(json, size);
  }

  /**
   * Returns whether a value has its own tag. Rejects tags that do not exist in JSON, and those of
   * other values.
   */
  private boolean hasTag(Node node, Context context) {
    Tag tag = node.getTag();
    String value = node instanceof ScalarNode scalar ? scalar.getValue() : null;
    boolean isKnown =
        value == null
            ? tag.equals(Tag.MAP) || tag.equals(Tag.SEQ)
            : tag.equals(Tag.STR) || tag.equals(TYPES.resolve(NodeId.scalar, value, true));
    if (!isKnown) {
      faults.addUnreadable(
          new SpecException(
              context.place, "has the YAML tag '" + tag.getValue() + "'", "Remove the tag."));
    }
    return isKnown;
  }

  private int add(int size, Sized part, Context context) {
    if (size > maxSize - part.size) {
      throw new SpecException(
          context.place,
          "has YAML aliases that stand for more than " + maxSize + " values",
          "Refer to shared parts with $ref.");
    }
    return size + part.size;
  }

  private void requireName(ScalarNode key, Context context) {
    JsonNode read = YamlScalars.read(key);
    boolean isChanged = read.isNull() || !read.asText().equals(key.getValue());
    if (isChanged || YamlScalars.isAmbiguous(key)) {
      faults.add(
          new SpecException(
              context.place,
              "has a name without quotes, which YAML reads as " + YamlScalars.readings(key),
              "Put the name in quotes."));
    }
  }

  private JsonNode value(ScalarNode scalar, Context context) {
    if (scalar.getTag().equals(Tag.MERGE)) {
      faults.add(
          new SpecException(
              context.place, "is '<<' without quotes, which merges objects", "Put it in quotes."));
      return text(scalar);
    }
    JsonNode read = YamlScalars.read(scalar);
    if (read.isDouble() && !Double.isFinite(read.doubleValue())) {
      faults.addUnreadable(
          new SpecException(
              context.place,
              "is " + scalar.getValue() + ", which JSON does not have",
              "Replace it."));
    }
    if (context.keyword.equals("$ref")) {
      return JsonNodeFactory.instance.textNode(SpecKeywords.decoded(read.asText()));
    }
    // EnumCheck requires quotes around the values of enums.
    boolean isChecked = context.keyword.equals("enum") && !read.isTextual();
    if (context.isFree || isChecked) {
      return read;
    }
    boolean isListed = context.place.pointer().matches(".*/required/[0-9]+");
    boolean isName = isListed || NAMES.contains(context.keyword);
    boolean isText = isName || TEXTS.contains(context.keyword);
    boolean isChanged = !read.isNull() && !read.asText().equals(scalar.getValue());
    if ((isName && read.isNull()) || (isText && isChanged) || YamlScalars.isAmbiguous(scalar)) {
      faults.add(
          new SpecException(
              context.place,
              "is not in quotes, and YAML reads it as " + YamlScalars.readings(scalar),
              isText
                  ? "Put it in quotes."
                  : "Put it in quotes if it is text; otherwise, write it in another way."));
      return isText ? text(scalar) : read;
    }
    return read;
  }

  private static JsonNode text(ScalarNode scalar) {
    return JsonNodeFactory.instance.textNode(scalar.getValue());
  }
}
