package ai.withcortex.codegen.source;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Formats the output of the templates like google-java-format, in a fraction of the time. The
 * templates indent their code and start new lines for new statements. This class wraps and joins
 * lines, and removes blank ones. It leaves files with anything else to google-java-format.
 */
final class QuickLayout {
  /** How lines of code end that are not continued. */
  private static final Pattern COMPLETE =
      Pattern.compile(".*[;{},:]|\\s*@[\\w.]+(?:\\(.*\\))?|.*//.*|\\s*\\w+");

  /** How lines start that continue a chain of calls. */
  private static final Pattern CALL = Pattern.compile("\\s*\\.\\w.*");

  private final List<String> lines;
  private final StringBuilder formatted = new StringBuilder();
  private int next;

  private QuickLayout(String source) {
    this.lines = source.lines().map(String::stripTrailing).toList();
  }

  /** Returns the formatted source; null if only google-java-format can format it. */
  static @Nullable String format(String source) {
    QuickLayout layout = new QuickLayout(source);
    while (layout.next < layout.lines.size()) {
      if (!layout.append()) {
        return null;
      }
    }
    return layout.formatted.toString();
  }

  /** Appends what the next line begins, and returns whether that was possible. */
  private boolean append() {
    String line = lines.get(next);
    if (line.isEmpty()) {
      appendBlank();
      return true;
    }
    String code = line.stripLeading();
    if (code.startsWith("/**")) {
      return appendJavadoc();
    }
    next++;
    if (code.startsWith("//")) {
      return appendComment(line);
    }
    if (code.startsWith("@") && COMPLETE.matcher(code).matches()) {
      formatted.append(line).append('\n');
      return line.length() <= BrokenCode.WIDTH;
    }
    StringBuilder statement = new StringBuilder(code);
    while (isContinued(statement)) {
      String more = lines.get(next++).strip();
      boolean isAttached =
          statement.charAt(statement.length() - 1) == '(' || ".)".indexOf(more.charAt(0)) >= 0;
      statement.append(isAttached ? "" : " ").append(more);
    }
    return COMPLETE.matcher(statement).matches()
        && new BrokenCode(formatted).append(statement.toString(), line.length() - code.length());
  }

  private boolean appendComment(String line) {
    String rest = line;
    while (rest.length() > BrokenCode.WIDTH) {
      int end = rest.lastIndexOf(' ', BrokenCode.WIDTH);
      if (end <= "//".length() || !rest.startsWith("//")) {
        return false;
      }
      formatted.append(rest, 0, end).append('\n');
      rest = "//" + rest.substring(end);
    }
    formatted.append(rest).append('\n');
    return true;
  }

  private boolean isContinued(StringBuilder statement) {
    if (next == lines.size() || lines.get(next).isEmpty()) {
      return false;
    }
    boolean isInside =
        statement.charAt(statement.length() - 1) == ',' && statement.indexOf("(") >= 0;
    return isInside
        || !COMPLETE.matcher(statement).matches()
        || CALL.matcher(lines.get(next)).matches();
  }

  /** Appends a blank line unless the code around it excludes one. */
  private void appendBlank() {
    next++;
    String following = next < lines.size() ? lines.get(next).strip() : "";
    int start = formatted.lastIndexOf("\n", formatted.length() - 2) + 1;
    String last = formatted.substring(start).strip();
    boolean isAnnotated = last.endsWith("*/") || (last.startsWith("@") && !last.endsWith(";"));
    if (!last.isEmpty() && !isAnnotated && !following.isEmpty() && !following.equals("}")) {
      formatted.append('\n');
    }
  }

  private boolean appendJavadoc() {
    StringBuilder text = new StringBuilder();
    boolean isComplete = false;
    while (!isComplete && next < lines.size()) {
      String line = lines.get(next++).strip();
      isComplete = line.endsWith("*/");
      text.append(line.replaceFirst("^(?:/\\*\\*|\\*(?!/))", "").replaceFirst("\\*/$", ""));
      text.append('\n');
    }
    while (next < lines.size() && lines.get(next).isEmpty()) {
      next++;
    }
    String code = next < lines.size() ? lines.get(next) : "";
    String indent = code.substring(0, code.length() - code.stripLeading().length());
    String wrapped = WrappedJavadoc.of(text.toString(), indent);
    formatted.append(wrapped);
    return wrapped != null;
  }
}
