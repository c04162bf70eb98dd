package ai.withcortex.fuzz;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Null;
import ai.withcortex.spec.JsonTree.Text;
import ai.withcortex.spec.JsonTreeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Reads a text as a {@link JsonValue}, which must be the value that Jackson's strict parser has.
 */
final class ValueCheck {
  private static final int MAX_DEPTH = 255;

  /** Jackson 2 looks at the lower byte alone of a character where a hexadecimal digit has to be. */
  private static final Pattern JACKSONS_HEX =
      Pattern.compile("\\\\u[0-9a-fA-F]{0,3}[^\\x00-\\x7f]");

  private ValueCheck() {}

  static void check(String text) {
    if (JACKSONS_HEX.matcher(text).find()) {
      return;
    }
    Optional<JsonTree> tree = expected(text);
    JsonValue value;
    try {
      value = JsonValue.parse(text);
    } catch (IllegalArgumentException e) {
      if (tree.isPresent()) {
        throw new Finding("JSON is no JsonValue", text, e);
      }
      return;
    }
    if (tree.isEmpty()) {
      throw new Finding("a JsonValue is no JSON", text, null);
    }
    if (!withoutRepeatedNames(tree.get()).equals(treeOf(value))) {
      throw new Finding("a JsonValue has other parts", text, null);
    }
    if (!JsonTreeReader.read(value.json()).equals(tree.get())) {
      throw new Finding("a JsonValue has another text", text, null);
    }
  }

  private static Optional<JsonTree> expected(String text) {
    try {
      return Optional.of(JsonTreeReader.read(text)).filter(tree -> tree.depth() <= MAX_DEPTH);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static JsonTree treeOf(JsonValue value) {
    return switch (value.kind()) {
      case NULL -> new Null();
      case BOOLEAN -> new Bool(value.asBoolean());
      case NUMBER -> new Digits(value.json());
      case STRING -> new Text(value.asString());
      case ARRAY -> new Elements(value.asList().stream().map(ValueCheck::treeOf).toList());
      case OBJECT -> {
        List<Member> members = new ArrayList<>();
        value.asMap().forEach((name, part) -> members.add(new Member(name, treeOf(part))));
        yield new Members(members);
      }
    };
  }

  private static JsonTree withoutRepeatedNames(JsonTree tree) {
    if (tree instanceof Elements elements) {
      return new Elements(elements.list().stream().map(ValueCheck::withoutRepeatedNames).toList());
    } else if (tree instanceof Members members) {
      Map<String, JsonTree> last = new LinkedHashMap<>();
      members.list().forEach(m -> last.put(m.name(), withoutRepeatedNames(m.value())));
      List<Member> list = new ArrayList<>();
      last.forEach((name, value) -> list.add(new Member(name, value)));
      return new Members(list);
    }
    return tree;
  }
}
