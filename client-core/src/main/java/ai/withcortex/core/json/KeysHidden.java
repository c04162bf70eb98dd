package ai.withcortex.core.json;

/**
 * Puts a star in the place of a map's key: which one it is does not matter, and it may be data.
 *
 * <p>Nothing follows the star of a key that is very long, since Moshi would make the path anew for
 * each deviation behind it.
 */
final class KeysHidden implements DriftSink {
  private static final int LONGEST_KEY = 512;

  private final DriftSink sink;
  private final String mapPath;
  private String key = "";

  KeysHidden(DriftSink sink, String mapPath) {
    this.sink = sink;
    this.mapPath = mapPath;
  }

  void enter(String nextKey) {
    key = nextKey;
  }

  static boolean isBehindLongKey(DriftSink sink) {
    return sink instanceof KeysHidden && ((KeysHidden) sink).isKeyLong();
  }

  private boolean isKeyLong() {
    return isLong(key);
  }

  static boolean isLong(String key) {
    return key.length() > LONGEST_KEY;
  }

  /**
   * @param path not looked at behind a long key
   */
  @Override
  public void drifted(DriftKind kind, String schema, String path, JsonValue.Kind found) {
    String behindKey = isKeyLong() ? "" : path.substring(mapPath.length() + 1 + key.length());
    sink.drifted(kind, schema, mapPath + ".*" + behindKey, found);
  }
}
