package ai.withcortex.regeneration.api;

import static java.util.stream.Collectors.joining;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.ApiType.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public API of a module as text.
 *
 * <p>A signature file has one line per class. The lines below it, indented by two spaces, are its
 * members, written as in Java source with full names. Constant fields have their value, and members
 * of annotations say whether they have a default.
 */
public final class SignatureFile {
  /** The first line, which changes with the format. */
  private static final String FORMAT = "# Signatures, format 2, written by spec/record-release";

  private static final Pattern TOKEN = Pattern.compile("\\s*([\\w.$@]+|\\[\\]|[<>(),?&])");

  /** The rest of the current line. */
  private final Deque<String> tokens = new ArrayDeque<>();

  private SignatureFile() {}

  /** Writes a signature file. */
  public static String write(PublicApi api) {
    return FORMAT + "\n\n" + api.classes().stream().map(SignatureFile::text).collect(joining("\n"));
  }

  private static String text(ApiClass apiClass) {
    String members =
        apiClass.members().stream().map(m -> "  " + m.text() + "\n").collect(joining());
    return apiClass.text() + "\n" + members;
  }

  /**
   * Reads a signature file.
   *
   * @throws IllegalArgumentException if the file has an older format or a line contains an error
   */
  public static PublicApi read(String text) {
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(FORMAT)) {
      throw new IllegalArgumentException(
          "The format of this signature file is outdated: expected '"
              + FORMAT
              + "' in line 1, found '"
              + lines[0]
              + "'. Check out the last release, and record it again with this version of"
              + " spec/record-release.");
    }
    SignatureFile file = new SignatureFile();
    List<ApiClass> classes = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      try {
        file.readLine(lines[i], classes);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Line "
                + (i + 1)
                + " of the signature file has an error: "
                + e.getMessage()
                + ". Do not edit signature files; restore the recorded file.",
            e);
      }
    }
    return new PublicApi(classes);
  }

  private void readLine(String line, List<ApiClass> classes) {
    int end = (line + " = ").indexOf(" = ");
    Matcher matcher = TOKEN.matcher(line.substring(0, end));
    int at = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      at = matcher.end();
      matcher.region(at, end);
    }
    if (at < end) {
      throw new IllegalArgumentException("unexpected '" + line.substring(at, end).strip() + "'");
    }
    if (line.startsWith("  ") && !classes.isEmpty()) {
      String value = end < line.length() ? line.substring(end + " = ".length()) : "";
      classes.get(classes.size() - 1).members().add(member(value));
    } else if (!tokens.isEmpty()) {
      classes.add(apiClass());
    }
    if (!tokens.isEmpty()) {
      throw unexpected("the end of the line");
    }
  }

  private ApiClass apiClass() {
    List<String> modifiers = modifiers();
    if (modifiers.isEmpty()
        || !modifiers.get(modifiers.size() - 1).matches("class|enum|@?interface")) {
      throw unexpected("class, interface, enum or @interface");
    }
    return new ApiClass(
        Modifiers.access(modifiers),
        next(),
        typeParameters(),
        take("extends") ? type() : null,
        take("implements") ? list(this::type) : List.of(),
        new ArrayList<>());
  }

  private Member member(String value) {
    int access = Modifiers.access(modifiers());
    List<Parameter> typeParameters = typeParameters();
    boolean isConstructor = Member.CONSTRUCTOR.equals(tokens.peek());
    ApiType type = isConstructor ? ApiType.of("void") : type();
    String name = next();
    List<ApiType> parameters = null;
    if (take("(")) {
      parameters = take(")") ? List.of() : list(this::type);
      if (!parameters.isEmpty()) {
        expect(")");
      }
    }
    List<ApiType> exceptions = take("throws") ? list(this::type) : List.of();
    String end = take(Member.DEFAULT) ? Member.DEFAULT : value;
    return new Member(access, typeParameters, type, name, parameters, exceptions, end);
  }

  private List<String> modifiers() {
    List<String> words = new ArrayList<>();
    while (!tokens.isEmpty() && Modifiers.isModifier(tokens.element())) {
      words.add(next());
    }
    return words;
  }

  private List<Parameter> typeParameters() {
    if (!take("<")) {
      return List.of();
    }
    List<Parameter> parameters = list(this::typeParameter);
    expect(">");
    return parameters;
  }

  private Parameter typeParameter() {
    String name = next();
    List<ApiType> bounds = new ArrayList<>();
    if (take("extends")) {
      do {
        bounds.add(type());
      } while (take("&"));
    }
    return new Parameter(name, bounds.isEmpty() ? List.of(ApiType.OBJECT) : bounds);
  }

  private ApiType type() {
    boolean isNullable = take("@Nullable");
    String name = next();
    List<ApiType> arguments = List.of();
    if (name.equals("?") && !tokens.isEmpty() && tokens.element().matches("extends|super")) {
      name += " " + next();
      arguments = List.of(type());
    } else if (take("<")) {
      arguments = list(this::type);
      expect(">");
    }
    ApiType type = new ApiType(isNullable, name, arguments);
    Deque<Boolean> arrays = new ArrayDeque<>(); // The brackets of the outer array are first.
    while (ApiType.ARRAY.equals(tokens.peek()) || "@Nullable".equals(tokens.peek())) {
      arrays.push(take("@Nullable"));
      expect(ApiType.ARRAY);
    }
    for (boolean isNullableArray : arrays) {
      type = new ApiType(isNullableArray, ApiType.ARRAY, List.of(type));
    }
    return type;
  }

  private <T> List<T> list(Supplier<T> element) {
    List<T> elements = new ArrayList<>();
    do {
      elements.add(element.get());
    } while (take(","));
    return elements;
  }

  private boolean take(String token) {
    boolean isNext = token.equals(tokens.peek());
    if (isNext) {
      tokens.remove();
    }
    return isNext;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw unexpected("'" + token + "'");
    }
  }

  private String next() {
    if (tokens.isEmpty()) {
      throw unexpected("a name");
    }
    return tokens.remove();
  }

  private IllegalArgumentException unexpected(String expected) {
    String found = tokens.isEmpty() ? "the end of the line" : "'" + tokens.element() + "'";
    return new IllegalArgumentException("expected " + expected + ", found " + found);
  }
}
