package ai.withcortex.core.text;

import java.util.Arrays;

/** The position of a reader in a document, and the JSON path of that position. */
public final class JsonPlace {
  /** Enough levels for most documents. */
  private static final int USUAL_DEPTH = 16;

  private final JsonBytes json;

  /** The path of the value that is read as a document. */
  private final String document;

  /** The current name in each open object; arrays use an index instead. */
  private String[] names = new String[USUAL_DEPTH];

  private int[] indices = new int[USUAL_DEPTH];
  private boolean[] areKeys = new boolean[USUAL_DEPTH];

  public JsonPlace(JsonBytes json, String document) {
    this.json = json;
    this.document = document;
  }

  /** Returns the number of open containers. */
  public int depth() {
    return json.depth;
  }

  /** Records the container that was opened last. */
  public void enter() {
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

  public void moveToNext() {
    indices[json.depth - 1]++;
  }

  /**
   * Moves to the member with the given name.
   *
   * @param isKey whether the name is a map key, which may be data
   */
  public void moveTo(String name, boolean isKey) {
    names[json.depth - 1] = name;
    areKeys[json.depth - 1] = isKey;
  }

  /** Scans malformed JSON up to the error, so that the path points to it. */
  public void moveToFailure() throws MalformedJsonException {
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
        json.takeColon();
      }
    } while (json.depth > outside);
  }

  private boolean hasNext() throws MalformedJsonException {
    moveToNext();
    return json.moveToNext();
  }

  /** Returns the path of the value that comes next or was read last. */
  public String path() {
    return path(false, json.depth);
  }

  /** Returns the path with stars in place of map keys, which are irrelevant for drift. */
  public String driftPath() {
    return path(true, json.depth);
  }

  /** Returns the drift path of the enclosing value at the given depth. */
  public String driftPath(int depth) {
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
