package ai.withcortex.codegen.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A location in the spec.
 *
 * @param pointer a JSON pointer as a URI fragment, such as {@code #/paths/~1runs/get}
 */
public record SpecPlace(String pointer) {
  public static final SpecPlace ROOT = new SpecPlace("#");

  public static SpecPlace schema(String name) {
    return ROOT.to("components", "schemas", name);
  }

  public static SpecPlace property(String schema, String name) {
    return schema(schema).to("properties", name);
  }

  static SpecPlace operation(String path, String method) {
    return ROOT.to("paths", path, method.toLowerCase(Locale.ROOT));
  }

  /** Returns the location that is reached from this one by a path of names and indexes. */
  public SpecPlace to(Object... steps) {
    StringBuilder longer = new StringBuilder(pointer);
    for (Object step : steps) {
      longer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return new SpecPlace(longer.toString());
  }

  /** Returns the location that contains this one. */
  public SpecPlace parent() {
    return new SpecPlace(pointer.substring(0, Math.max(1, pointer.lastIndexOf('/'))));
  }

  /** Returns the names and indexes that lead here from the root. */
  List<String> steps() {
    return Arrays.stream(pointer.split("/", -1)).skip(1).map(SpecPlace::unescape).toList();
  }

  static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
