package ai.withcortex.codegen.source;

/** The mark that follows the name of a generated class until its file is complete. */
public final class NameMark {
  /** A character that names in a spec cannot contain, and that precedes all letters in order. */
  static final String MARK = "\u0001";

  public static String mark(String name) {
    return plain(name) + MARK;
  }

  public static boolean isMarked(String name) {
    return name.endsWith(MARK);
  }

  public static String plain(String text) {
    return text.replace(MARK, "");
  }

  private NameMark() {}
}
