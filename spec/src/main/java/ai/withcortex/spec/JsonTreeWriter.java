package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Text;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

/** Writes trees as JSON, with random whitespace and escapes. */
public final class JsonTreeWriter {
  private static final String WHITESPACE = " \n\r\t";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";
  private static final String SHORT_ESCAPES = "\"\\/bfnrt";

  private final StringBuilder json = new StringBuilder();
  private final Random random;

  /** The percentage of places in which something optional is written. */
  private final int decoration;

  private JsonTreeWriter(Random random, int decoration) {
    this.random = random;
    this.decoration = decoration;
  }

  /** Returns the shortest JSON for a tree, except that necessary escapes are chosen at random. */
  public static String write(JsonTree tree) {
    return write(tree, new Random(0), 0);
  }

  /** Returns JSON with something optional in the given percentage of places. */
  public static String write(JsonTree tree, Random random, int decoration) {
    JsonTreeWriter writer = new JsonTreeWriter(random, decoration);
    writer.value(tree);
    return writer.json.toString();
  }

  private void value(JsonTree tree) {
    space();
    if (tree instanceof Members members) {
      json.append('{');
      String comma = "";
      for (Member member : members.list()) {
        json.append(comma);
        comma = ",";
        space();
        string(member.name());
        space();
        json.append(':');
        value(member.value());
      }
      space();
      json.append('}');
    } else if (tree instanceof Elements elements) {
      json.append('[');
      String comma = "";
      for (JsonTree element : elements.list()) {
        json.append(comma);
        comma = ",";
        value(element);
      }
      space();
      json.append(']');
    } else if (tree instanceof Text text) {
      string(text.characters());
    } else if (tree instanceof Digits digits) {
      json.append(digits.text());
    } else if (tree instanceof Bool bool) {
      json.append(bool.value());
    } else {
      json.append("null");
    }
    space();
  }

  private void space() {
    while (decorates()) {
      json.append(WHITESPACE.charAt(random.nextInt(WHITESPACE.length())));
    }
  }

  private void string(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isPair(value, i)) {
        if (decorates()) {
          unicode(c);
          unicode(value.charAt(++i));
        } else {
          json.append(c).append(value.charAt(++i));
        }
      } else if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || decorates()) {
        escape(c);
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static boolean isPair(String value, int i) {
    return i + 1 < value.length()
        && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1));
  }

  private void escape(char c) {
    int index = ESCAPED.indexOf(c);
    if (index >= 0 && random.nextInt(4) > 0) {
      json.append('\\').append(SHORT_ESCAPES.charAt(index));
    } else {
      unicode(c);
    }
  }

  private void unicode(char c) {
    String digits = HexFormat.of().toHexDigits(c);
    json.append("\\u").append(random.nextBoolean() ? digits : digits.toUpperCase(Locale.ROOT));
  }

  private boolean decorates() {
    return decoration > 0 && random.nextInt(100) < decoration;
  }
}
