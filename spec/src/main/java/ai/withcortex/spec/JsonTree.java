package ai.withcortex.spec;

import java.util.List;

/**
 * A JSON value as its grammar has it, which keeps what trees of other libraries lose: the text of
 * numbers, the order of members, and names that repeat. Strings are compared by their characters,
 * however these are written.
 */
public sealed interface JsonTree {
  /** An object. */
  record Members(List<Member> list) implements JsonTree {}

  /** One name of an object and its value. */
  record Member(String name, JsonTree value) {}

  /** An array. */
  record Elements(List<JsonTree> list) implements JsonTree {}

  /** A string, its escapes resolved. */
  record Text(String characters) implements JsonTree {}

  /** A number as it is written. */
  record Digits(String text) implements JsonTree {}

  /** true or false. */
  record Bool(boolean value) implements JsonTree {}

  /** null. */
  record Null() implements JsonTree {}

  /** How many containers are around the innermost one, itself included; 0 for a scalar. */
  default int depth() {
    int deepest = 0;
    if (this instanceof Members members) {
      for (Member member : members.list()) {
        deepest = Math.max(deepest, member.value().depth());
      }
      return deepest + 1;
    } else if (this instanceof Elements elements) {
      for (JsonTree element : elements.list()) {
        deepest = Math.max(deepest, element.depth());
      }
      return deepest + 1;
    }
    return deepest;
  }
}
