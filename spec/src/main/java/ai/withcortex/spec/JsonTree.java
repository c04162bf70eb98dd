package ai.withcortex.spec;

import java.util.List;

/**
 * A JSON value that keeps what the trees of other libraries lose: the text of numbers, the order of
 * members, and repeated names. Strings are compared by their characters, no matter how these are
 * escaped.
 */
public sealed interface JsonTree {
  /** An object. */
  record Members(List<Member> list) implements JsonTree {}

  /** A name in an object and its value. */
  record Member(String name, JsonTree value) {}

  /** An array. */
  record Elements(List<JsonTree> list) implements JsonTree {}

  /** A string with its escapes resolved. */
  record Text(String characters) implements JsonTree {}

  /** A number, exactly as written. */
  record Digits(String text) implements JsonTree {}

  /** The literals true and false. */
  record Bool(boolean value) implements JsonTree {}

  /** The literal null. */
  record Null() implements JsonTree {}

  /** Returns the number of nested containers, including this one; 0 for a scalar. */
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
