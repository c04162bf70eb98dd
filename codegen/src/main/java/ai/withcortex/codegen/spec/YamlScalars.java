package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads single values as YAML 1.1, and says how YAML 1.2 reads them. */
final class YamlScalars {
  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern PREFIXED = Pattern.compile("0(o[0-7]+|x[0-9a-fA-F]+)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private YamlScalars() {}

  /** Returns the value as the parser of OpenAPI Generator reads it. */
  static JsonNode read(ScalarNode scalar) {
    if (scalar.getTag().equals(Tag.STR)) {
      return JsonNodeFactory.instance.textNode(scalar.getValue());
    }
    return json(new Values().value(scalar), scalar.getValue());
  }

  /** Returns whether YAML 1.1 and YAML 1.2 read the value differently. */
  static boolean isAmbiguous(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.PLAIN && !isSame(read(scalar), newer(scalar));
  }

  /** Describes how the value is read. */
  static String readings(ScalarNode scalar) {
    return isAmbiguous(scalar)
        ? read(scalar) + " or as " + newer(scalar) + ", depending on its version"
        : read(scalar).toString();
  }

  private static boolean isSame(JsonNode older, JsonNode newer) {
    return (older.isNumber() && newer.isNumber())
        ? older.doubleValue() == newer.doubleValue()
        : older.equals(newer);
  }

  /** Returns the value as YAML 1.2 reads it (section 10.3.2). */
  private static JsonNode newer(ScalarNode scalar) {
    String text = scalar.getValue();
    if (NULL.matcher(text).matches()) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (BOOLEAN.matcher(text).matches()) {
      return JsonNodeFactory.instance.booleanNode(text.toLowerCase(Locale.ROOT).equals("true"));
    }
    if (INTEGER.matcher(text).matches()) {
      return JsonNodeFactory.instance.numberNode(new BigInteger(text));
    }
    if (PREFIXED.matcher(text).matches()) {
      int radix = text.charAt(1) == 'o' ? 8 : 16;
      return JsonNodeFactory.instance.numberNode(new BigInteger(text.substring(2), radix));
    }
    return FLOAT.matcher(text).matches()
        ? JsonNodeFactory.instance.numberNode(Double.parseDouble(text))
        : read(scalar).isNumber() && text.matches("(?i)[-+]?\\.(inf|nan)")
            ? read(scalar)
            : JsonNodeFactory.instance.textNode(text);
  }

  private static JsonNode json(@Nullable Object value, String text) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (value == null) {
      return json.nullNode();
    }
    if (value instanceof Boolean b) {
      return json.booleanNode(b);
    }
    if (value instanceof Integer i) {
      return json.numberNode(i);
    }
    if (value instanceof Long l) {
      return json.numberNode(l);
    }
    if (value instanceof BigInteger i) {
      return json.numberNode(i);
    }
    return value instanceof Double d ? json.numberNode(d) : json.textNode(text);
  }

  /** SnakeYAML's rules for values with a tag. */
  private static final class Values extends SafeConstructor {
    Values() {
      super(new LoaderOptions());
    }

    @Nullable Object value(Node scalar) {
      return constructObject(scalar);
    }
  }
}
