package ai.withcortex.codegen.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Code with line breaks where google-java-format would place them. */
final class BrokenCode {
  /** The maximum width of a line. */
  static final int WIDTH = 100;

  /** The additional indentation of a line that continues another one. */
  private static final int CONTINUED = 4;

  /** Code whose layout only google-java-format knows. */
  private static final Pattern OTHER = Pattern.compile("//| -> | \\|\\| ");

  private static final Pattern FIELD = Pattern.compile("[^(]* \\w+;");

  /** The length from which google-java-format writes arguments one to a line. */
  private static final int LONG = 10;

  private final StringBuilder lines;

  /**
   * @param lines receives the lines
   */
  BrokenCode(StringBuilder lines) {
    this.lines = lines;
  }

  /** Appends a statement, or the head of a declaration, and returns whether that was possible. */
  boolean append(String code, int indent) {
    if (indent + code.length() <= WIDTH) {
      return appendLine(code, indent);
    }
    if (OTHER.matcher(code).find()) {
      return false;
    }
    List<String> assigned = split(code, " = ");
    if (assigned.size() == 2) {
      return appendLine(assigned.get(0) + " =", indent)
          && append(assigned.get(1), indent + CONTINUED);
    }
    if (FIELD.matcher(code).matches()) {
      int name = code.lastIndexOf(' ');
      return appendLine(code.substring(0, name), indent)
          && appendLine(code.substring(name + 1), indent + CONTINUED);
    }
    int extended = code.indexOf(" extends ");
    if (extended >= 0 && code.indexOf('(') < 0) {
      return appendLine(code.substring(0, extended), indent)
          && appendSupertype(code.substring(extended + 1), indent + CONTINUED);
    }
    List<String> conditions = split(code, " && ");
    if (conditions.size() > 1) {
      boolean fits = appendLine(conditions.get(0), indent);
      for (String condition : conditions.subList(1, conditions.size())) {
        fits &= appendLine("&& " + condition, indent + CONTINUED);
      }
      return fits;
    }
    return appendCalls(code, indent);
  }

  private boolean appendLine(String code, int indent) {
    lines.append(" ".repeat(indent)).append(code).append('\n');
    return indent + code.length() <= WIDTH;
  }

  private boolean appendSupertype(String code, int indent) {
    int arguments = code.indexOf('<') + 1;
    if (indent + code.length() <= WIDTH || arguments == 0) {
      return appendLine(code, indent);
    }
    boolean fits = appendLine(code.substring(0, arguments), indent);
    String types = code.substring(arguments);
    if (indent + CONTINUED + types.length() <= WIDTH) {
      return fits && appendLine(types, indent + CONTINUED);
    }
    String[] parts = types.split("(?<=,) ");
    for (String part : parts) {
      fits &= appendLine(part, indent + CONTINUED);
    }
    return fits;
  }

  private boolean appendCalls(String code, int indent) {
    List<String> calls = split(code, ").");
    if (calls.size() == 1) {
      return appendCall(code, indent, CONTINUED);
    }
    boolean fits = true;
    for (int i = 0; i < calls.size(); i++) {
      String call = (i == 0 ? "" : ".") + calls.get(i) + (i == calls.size() - 1 ? "" : ")");
      int start = i == 0 ? indent : indent + CONTINUED;
      fits &=
          start + call.length() <= WIDTH
              ? appendLine(call, start)
              : i == 0 && appendCall(call, indent, 2 * CONTINUED);
    }
    return fits;
  }

  /** Appends a call, or the head of a method, with line breaks around its arguments. */
  private boolean appendCall(String code, int indent, int continued) {
    int start = code.indexOf('(') + 1;
    int end = start;
    for (int depth = 1; end < code.length() && start > 0; end++) {
      end = afterLiteral(code, end);
      depth += depth(code.charAt(end));
      if (depth == 0) {
        break;
      }
    }
    if (start == 0 || end >= code.length()) {
      return false;
    }
    String head = code.substring(0, end + 1);
    String tail = code.substring(end + 1);
    boolean isDeclared = tail.endsWith("{") || tail.isEmpty();
    if (tail.startsWith(" throws ")) {
      boolean fits =
          indent + head.length() <= WIDTH
              ? appendLine(head, indent)
              : appendCall(head, indent, continued);
      return fits && appendLine(tail.strip(), indent + CONTINUED);
    }
    String inner = code.substring(start, end);
    boolean isAnnotated = code.startsWith("@") && !tail.isEmpty();
    if (inner.isEmpty() || isAnnotated || !appendLine(code.substring(0, start), indent)) {
      return false;
    }
    if (indent + continued + inner.length() + 1 + tail.length() <= WIDTH) {
      return appendLine(inner + ")" + tail, indent + continued);
    }
    List<String> arguments = split(inner, ", ");
    boolean isFilled =
        !isDeclared && arguments.stream().allMatch(argument -> argument.length() < LONG);
    boolean fits = !isFilled;
    for (int i = 0; i < arguments.size(); i++) {
      String rest = i == arguments.size() - 1 ? ")" + tail : ",";
      fits = fits && append(arguments.get(i) + rest, indent + continued);
    }
    return fits;
  }

  /** Splits code at a separator outside parentheses, type arguments and literals. */
  private static List<String> split(String code, String separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      i = afterLiteral(code, i);
      depth += depth(code.charAt(i));
      if (depth == 0 && code.startsWith(separator, i)) {
        parts.add(code.substring(start, i));
        start = i + separator.length();
      }
    }
    parts.add(code.substring(start));
    return parts;
  }

  private static int depth(char character) {
    return "(<".indexOf(character) >= 0 ? 1 : ")>".indexOf(character) >= 0 ? -1 : 0;
  }

  /** Returns the index of the quote that ends the literal that starts here, or the given index. */
  private static int afterLiteral(String code, int index) {
    char quote = code.charAt(index);
    if (quote != '"' && quote != '\'') {
      return index;
    }
    int end = index + 1;
    while (code.charAt(end) != quote) {
      end += code.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }
}
