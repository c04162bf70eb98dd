package ai.withcortex.codegen.source;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The imports of a generated file. */
final class Imports {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+\\.(\\w+));\n");

  /** A literal, a comment, or a name, which may be the name of a member. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\""
              + "|'(?:[^'\\\\]|\\\\.[^']*)'"
              + "|//[^\n]*"
              + "|(?s:/\\*.*?\\*/)"
              + "|\\.?\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+(\\w+)");

  private Imports() {}

  /** Sorts the imports of a file, and removes those of classes that it does not use. */
  static String sortUsed(String source) {
    TreeMap<String, String> simpleNames = new TreeMap<>();
    Matcher imported = IMPORT.matcher(source);
    int start = 0;
    int end = 0;
    while (imported.find() && (simpleNames.isEmpty() || imported.start() == end)) {
      start = simpleNames.isEmpty() ? imported.start() : start;
      end = imported.end();
      simpleNames.put(imported.group(1), imported.group(2));
    }
    // In package-info.java, the annotations come first.
    Set<String> used = names(source.substring(0, start) + source.substring(end));
    StringBuilder sorted = new StringBuilder(source.substring(0, start));
    simpleNames.forEach(
        (name, simpleName) -> {
          if (used.contains(simpleName)) {
            sorted.append("import ").append(name).append(";\n");
          }
        });
    return sorted.append(source, end, source.length()).toString();
  }

  private static Set<String> names(String code) {
    Set<String> names = new HashSet<>();
    Matcher token = TOKEN.matcher(code);
    while (token.find()) {
      String text = token.group();
      if (text.startsWith("/*")) {
        LINK.matcher(text).results().forEach(link -> names.add(link.group(1)));
      } else if (Character.isJavaIdentifierStart(text.charAt(0))) {
        names.add(text);
      }
    }
    return names;
  }
}
