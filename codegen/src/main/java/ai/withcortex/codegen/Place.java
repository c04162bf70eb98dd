package ai.withcortex.codegen;

import java.util.Locale;

/**
 * A place in the spec.
 *
 * @param pointer a JSON pointer as the fragment of a URI, {@code #/paths/~1runs/get} for example
 */
record Place(String pointer) {
  static final Place ROOT = new Place("#");

  static Place schema(String name) {
    return ROOT.to("components", "schemas", name);
  }

  static Place property(String schema, String name) {
    return schema(schema).to("properties", name);
  }

  static Place operation(String path, String method) {
    return ROOT.to("paths", path, method.toLowerCase(Locale.ROOT));
  }

  /** The place below this one that a path of names and indexes leads to. */
  Place to(Object... steps) {
    StringBuilder longer = new StringBuilder(pointer);
    for (Object step : steps) {
      longer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return new Place(longer.toString());
  }
}
