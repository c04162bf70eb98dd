package ai.withcortex.core.json;

import java.util.Arrays;

/** Where in a document a reader is, and the JSON path of it. */
final class JsonPlace {
  /** As many levels as most documents have. */
  private static final int USUAL_DEPTH = 16;

  private final JsonBytes json;

  /** Where what is read as a document stands itself. */
  private final String document;

  /** For each open container the name or index of what is read in it; which, its kind says. */
  private String[] names = new String[USUAL_DEPTH];

  private int[] indices = new int[USUAL_DEPTH];
  private boolean[] areKeys = new boolean[USUAL_DEPTH];

  JsonPlace(JsonBytes json, String document) {
    this.json = json;
    this.document = document;
  }

  /** How many containers are open. */
  int depth() {
    return json.depth;
  }

  /** Takes note of the container that was opened last. */
  void enter() {
    int level = json.depth - 1;
    if (level == names.length) {
      names = Arrays.copyOf(names, 2 * level);
      indices = Arrays.copyOf(indices, 2 * level);
      areKeys = Arrays.copyOf(areKeys, 2 * level);
    }
    names[level] = "";
    indices[level] = -1;
    areKeys[level] = false;
  }

  void moveToNext() {
    indices[json.depth - 1]++;
  }

  /**
   * @param isKey whether the name is a key of a map, which may be data
   */
  void moveTo(String name, boolean isKey) {
    names[json.depth - 1] = name;
    areKeys[json.depth - 1] = isKey;
  }

  /** Goes through a value that is no JSON to where it is none, so that the path leads there. */
  void moveToFailure() throws MalformedJsonException {
    int outside = json.depth;
    do {
      byte first = json.next();
      if (first == '{' || first == '[') {
        json.open((char) first);
        enter();
      } else {
        json.skipValue();
      }
      while (json.depth > outside && !hasNext()) {
        json.close();
      }
      if (json.depth > outside && json.isObject(json.depth - 1)) {
        moveTo(JsonString.unquote(json.nextName()), false);
      }
    } while (json.depth > outside);
  }

  private boolean hasNext() throws MalformedJsonException {
    moveToNext();
    return json.moveToNext();
  }

  /** The path of the value that comes next, or was read last. */
  String path() {
    return path(false, json.depth);
  }

  /** The same with stars for the keys of maps: which they are does not matter. */
  String driftPath() {
    return path(true, json.depth);
  }

  /** The same of the value around that stands in so many containers. */
  String driftPath(int depth) {
    return path(true, depth);
  }

  private String path(boolean hidesKeys, int depth) {
    StringBuilder path = new StringBuilder(document);
    for (int level = 0; level < depth; level++) {
      if (!json.isObject(level)) {
        path.append('[').append(indices[level]).append(']');
      } else {
        path.append('.').append(hidesKeys && areKeys[level] ? "*" : names[level]);
      }
    }
    return path.toString();
  }
}
