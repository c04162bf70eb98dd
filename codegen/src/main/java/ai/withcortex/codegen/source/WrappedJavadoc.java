package ai.withcortex.codegen.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Javadoc comment whose lines are as long as google-java-format would make them. */
final class WrappedJavadoc {
  /** Lines whose layout only google-java-format knows, such as those of lists. */
  private static final Pattern OTHER =
      Pattern.compile(
          "^<(?!p>|/?ul>|li>)|.<(?![A-Z]\\w*[a-z]\\w*>)|(?<!^|\\{|\\{@code )@|^@(?!param |return"
              + " |throws )|\\{@(?!code |link )");

  /** The starts of lines that do not continue a paragraph. */
  private static final Pattern START = Pattern.compile("$|[<@]");

  private final String indent;
  private final List<String> wrapped = new ArrayList<>();
  private boolean hasTags;

  /** Whether a paragraph follows a tag, which google-java-format indents. */
  private boolean hasTextAfterTags;

  private WrappedJavadoc(String indent) {
    this.indent = indent;
  }

  /** Returns the comment with the given text; null if only google-java-format can format it. */
  static @Nullable String of(String text, String indent) {
    WrappedJavadoc javadoc = new WrappedJavadoc(indent);
    StringBuilder paragraph = new StringBuilder();
    for (String line : text.lines().map(String::strip).toList()) {
      if (OTHER.matcher(line).find()) {
        return null;
      }
      if (START.matcher(line).lookingAt()) {
        javadoc.wrap(paragraph.toString());
        paragraph.setLength(0);
      }
      paragraph.append(line).append(' ');
    }
    javadoc.wrap(paragraph.toString());
    return javadoc.hasTextAfterTags ? null : javadoc.comment();
  }

  private void wrap(String paragraph) {
    if (paragraph.isBlank()) {
      return;
    }
    boolean isTag = paragraph.startsWith("@");
    boolean isItem = paragraph.startsWith("<li>");
    boolean isAttached = (isTag && hasTags) || isItem || paragraph.startsWith("</ul>");
    if (!wrapped.isEmpty() && !isAttached) {
      wrapped.add("");
    }
    hasTags |= isTag;
    hasTextAfterTags |= hasTags && !isTag;
    int width = BrokenCode.WIDTH - indent.length() - " * ".length();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.strip().split("\\s+(?!@)")) {
      if (line.length() == 0) {
        line.append(isItem ? "  " : "").append(word);
      } else if (line.length() + 1 + word.length() <= width) {
        line.append(' ').append(word);
      } else {
        wrapped.add(line.toString());
        line.setLength(0);
        line.append(isTag ? "    " : isItem ? "      " : "").append(word);
      }
    }
    wrapped.add(line.toString());
  }

  private @Nullable String comment() {
    if (wrapped.isEmpty()) {
      return null;
    }
    if (wrapped.size() == 1 && !hasTags) {
      String line = indent + "/** " + wrapped.get(0) + " */\n";
      if (line.length() <= BrokenCode.WIDTH + 1) {
        return line;
      }
    }
    StringBuilder comment = new StringBuilder(indent).append("/**\n");
    for (String line : wrapped) {
      comment.append((indent + " * " + line).stripTrailing()).append('\n');
    }
    return comment.append(indent).append(" */\n").toString();
  }
}
