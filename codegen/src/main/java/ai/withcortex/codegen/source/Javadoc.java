package ai.withcortex.codegen.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Javadoc comment created from Markdown, the format of descriptions in specs. */
public final class Javadoc {
  private final List<String> blocks = new ArrayList<>();

  private Javadoc() {}

  /** Returns a comment with the paragraphs of a description, which may be null. */
  public static Javadoc of(@Nullable String description) {
    return new Javadoc().and(description);
  }

  /** Adds the paragraphs of a description, which may be null. */
  public Javadoc and(@Nullable String description) {
    if (description != null) {
      Stream.of(description.strip().split("\n\\s*\n"))
          .map(String::strip)
          .filter(block -> !block.isEmpty())
          .forEach(block -> blocks.add(block.startsWith("- ") ? list(block) : inline(block)));
    }
    return this;
  }

  /** Adds a block tag with its text. */
  public Javadoc tag(String tag, @Nullable String description) {
    blocks.add("@" + tag + " " + (description == null ? "" : inline(description.strip())));
    return this;
  }

  /** Returns a code span for use in a comment. */
  public static String code(String text) {
    return inline("`" + text + "`");
  }

  private static String list(String block) {
    return Stream.of(block.substring(2).split("\n- "))
        .map(item -> "<li>" + inline(item.strip()))
        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  /** Escapes Javadoc syntax, and turns code spans into {@code code} tags. */
  private static String inline(String text) {
    StringBuilder escaped = new StringBuilder();
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      String part = parts[i].replace("*/", "*&#47;");
      if (code && isBalanced(part)) {
        escaped.append("{@code ").append(part).append('}');
      } else {
        escaped.append(
            part.replace("&", "&amp;")
                .replace("&amp;#47;", "&#47;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\", "&#92;")
                .replace("@", "&#64;"));
      }
    }
    return escaped.toString();
  }

  /**
   * Returns whether a code tag can contain the text: braces could end the tag early, entities have
   * no meaning inside it, and an at sign that starts a line is a block tag even there.
   */
  private static boolean isBalanced(String code) {
    return Stream.of("{", "}", "\\", "&#47;").noneMatch(code::contains)
        && !code.matches("(?s).*\\R\\s*@.*");
  }

  /** Returns the whole comment, or an empty string if it has no text. */
  @Override
  public String toString() {
    if (blocks.isEmpty()) {
      return "";
    }
    StringBuilder comment = new StringBuilder("/**\n");
    boolean first = true;
    for (String block : blocks) {
      boolean paragraph = !first && !block.startsWith("@") && !block.startsWith("<ul>");
      comment.append(first || block.startsWith("@") ? "" : " *\n");
      comment.append(" * ").append(paragraph ? "<p>" : "").append(block.replace("\n", "\n * "));
      comment.append('\n');
      first = false;
    }
    return comment.append(" */").toString();
  }
}
