package ai.withcortex.codegen.source;

import static ai.withcortex.codegen.source.NameMark.MARK;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generated file. A name is qualified only if its simple name would mean a different class, so
 * most files have no qualified names.
 */
final class QualifiedSource {
  /**
   * Names with a different meaning in some generated classes: adapters inherit the type Factory,
   * and methods declare the type parameter R.
   */
  private static final Set<String> SHADOWED = Set.of("Factory", "R");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package (.+);$");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (.+\\.)([^.;]+);\\R");

  /** A name that is not the member of another, which may have an annotation before it. */
  private static final String NAME =
      "(?<![\\p{L}\\p{N}_$.]|::|\\.@Nullable )[\\p{L}_$][\\p{L}\\p{N}_$" + MARK + "]*";

  /** Literals and comments, which keep their text, and names. */
  private static final Pattern PARTS =
      Pattern.compile(
          "\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)+'|//.*|(?s:/\\*.*?\\*/)|" + NAME);

  private static final Pattern LINKS = Pattern.compile("(?<=\\{@link )" + NAME);
  private static final Pattern NULLABLE = Pattern.compile("@(?:[\\w.]+\\.)?Nullable\\s+$");

  private final String source;
  private final String packageName;
  private final Map<String, Set<String>> declared;

  /** The packages of the imported library classes, with a dot at the end, by simple name. */
  private final Map<String, String> imported = new TreeMap<>();

  /** The simple names of the generated classes to which the code refers. */
  private final Set<String> used = new HashSet<>();

  QualifiedSource(String source, Map<String, Set<String>> declared) {
    this.source = source;
    this.declared = declared;
    Matcher declaration = PACKAGE.matcher(source);
    this.packageName = declaration.find() ? declaration.group(1) : "";
    IMPORT
        .matcher(source)
        .results()
        .filter(statement -> !NameMark.isMarked(statement.group(2)))
        .forEach(statement -> imported.put(statement.group(2), statement.group(1)));
    PARTS
        .matcher(IMPORT.matcher(source).replaceAll(""))
        .results()
        .map(part -> part.group())
        .filter(part -> isName(part) && part.contains(MARK))
        .forEach(part -> used.add(NameMark.plain(part)));
  }

  /** Returns the simple names of the library classes that a file imports. */
  static Set<String> imports(String source) {
    return IMPORT.matcher(source).results().map(found -> found.group(2)).collect(toSet());
  }

  /** Returns whether a generated class can hide another one without being imported or used. */
  static boolean hidesOthers(String name) {
    return SHADOWED.contains(name) || isJavaLang(name);
  }

  @Override
  public String toString() {
    String body =
        IMPORT
            .matcher(source)
            .replaceAll(
                statement ->
                    isNeeded(statement.group(2))
                        ? Matcher.quoteReplacement(statement.group())
                        : "");
    return NameMark.plain(replace(PARTS, body));
  }

  /** Returns whether an import is of the class that its simple name means in this file. */
  private boolean isNeeded(String name) {
    return NameMark.isMarked(name) == used.contains(NameMark.plain(name));
  }

  private String replace(Pattern parts, String text) {
    StringBuilder replaced = new StringBuilder();
    Matcher part = parts.matcher(text);
    while (part.find()) {
      part.appendReplacement(replaced, "");
      if (isName(part.group())) {
        append(replaced, part.group(), text.startsWith("(", part.end()));
      } else {
        boolean isJavadoc = part.group().startsWith("/**");
        replaced.append(isJavadoc ? replace(LINKS, part.group()) : part.group());
      }
    }
    return part.appendTail(replaced).toString();
  }

  private static boolean isName(String part) {
    return Character.isJavaIdentifierStart(part.charAt(0));
  }

  /**
   * Appends a name.
   *
   * @param called whether arguments or parameters follow it
   */
  private void append(StringBuilder code, String name, boolean called) {
    boolean isDeclared = endsWith(code, "class ") || endsWith(code, "interface ");
    boolean isMethod = called && !endsWith(code, "@") && !endsWith(code, "new ");
    String qualifier = isDeclared || isMethod ? "" : qualifier(name);
    // An annotation of a type stands next to its simple name.
    Matcher nullable = NULLABLE.matcher(code.substring(Math.max(0, code.length() - 80)));
    int position = code.length();
    if (!qualifier.isEmpty() && nullable.find()) {
      position -= nullable.group().length();
    }
    code.insert(position, qualifier).append(name);
  }

  private static boolean endsWith(StringBuilder code, String end) {
    return code.length() >= end.length() && code.indexOf(end, code.length() - end.length()) >= 0;
  }

  /** Returns the package to write before a name, with a dot; empty if none is needed. */
  private String qualifier(String name) {
    String plain = NameMark.plain(name);
    if (name.contains(MARK)) {
      return SHADOWED.contains(plain) && packageNames().contains(plain) ? packageName + "." : "";
    }
    if (imported.containsKey(plain)) {
      return used.contains(plain) ? imported.get(plain) : "";
    }
    boolean isHidden = used.contains(plain) || packageNames().contains(plain);
    return isHidden && isJavaLang(plain) ? "java.lang." : "";
  }

  private Set<String> packageNames() {
    return declared.getOrDefault(packageName, Set.of());
  }

  private static boolean isJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
