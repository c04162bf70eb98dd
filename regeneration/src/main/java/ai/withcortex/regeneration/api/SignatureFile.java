package ai.withcortex.regeneration.api;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.ApiClass.Slot;
import ai.withcortex.regeneration.api.TypeScope.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a signature file: what {@link PublicApi#text()} writes. */
final class SignatureFile {
  private static final Pattern TOKEN = Pattern.compile("\\s*([\\w.$@]+|\\[\\]|[<>(),?&])");

  private final String text;

  /** Of the line that is read now. */
  private List<String> tokens = List.of();

  private int lineNumber;
  private int at;

  SignatureFile(String text) {
    this.text = text;
  }

  PublicApi api() {
    List<ApiClass> classes = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lineNumber++;
      at = 0;
      tokens = tokens(line);
      if (line.startsWith("  ") && !classes.isEmpty()) {
        ApiClass owner = classes.get(classes.size() - 1);
        owner.members().add(member(owner.scope()));
      } else if (!line.isEmpty()) {
        classes.add(apiClass());
      }
      if (at < tokens.size()) {
        throw unexpected("the end of the line");
      }
    }
    return new PublicApi(classes);
  }

  private List<String> tokens(String line) {
    List<String> found = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(line);
    int end = 0;
    while (matcher.lookingAt()) {
      found.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, line.length());
    }
    if (!line.substring(end).isBlank()) {
      throw new IllegalArgumentException(
          "Line " + lineNumber + " has '" + line.substring(end).strip() + "', which is no Java.");
    }
    return found;
  }

  private ApiClass apiClass() {
    List<String> modifiers = modifiers();
    String kind = next();
    if (!Modifiers.isKind(kind)) {
      at--;
      throw unexpected("class, interface, enum or @interface");
    }
    modifiers.add(kind);
    String name = next();
    List<TypeParameter> typeParameters = typeParameters(TypeScope.EMPTY);
    TypeScope scope = new TypeScope(typeParameters, null);
    ApiType superclass = take("extends") ? type(scope) : null;
    List<ApiType> interfaces = take("implements") ? types(scope) : List.of();
    return new ApiClass(modifiers, name, typeParameters, superclass, interfaces, new ArrayList<>());
  }

  private Member member(TypeScope classScope) {
    List<String> modifiers = modifiers();
    List<TypeParameter> typeParameters = typeParameters(classScope);
    TypeScope scope = new TypeScope(typeParameters, classScope);
    boolean isConstructor = isNext(Member.CONSTRUCTOR);
    Slot type =
        isConstructor ? new Slot(false, new ApiType.Primitive("void")) : nullableType(scope);
    String name = next();
    List<Slot> parameters = null;
    if (take("(")) {
      parameters = new ArrayList<>();
      while (!take(")")) {
        if (!parameters.isEmpty()) {
          expect(",");
        }
        parameters.add(nullableType(scope));
      }
    }
    List<ApiType> exceptions = take("throws") ? types(scope) : List.of();
    return new Member(modifiers, typeParameters, type, name, parameters, exceptions);
  }

  private List<String> modifiers() {
    List<String> modifiers = new ArrayList<>();
    while (at < tokens.size() && Modifiers.isModifier(tokens.get(at))) {
      modifiers.add(next());
    }
    return modifiers;
  }

  /** Bounds may name parameters that come later, so all names are in scope from the beginning. */
  private List<TypeParameter> typeParameters(TypeScope outer) {
    List<TypeParameter> parameters = new ArrayList<>();
    if (!take("<")) {
      return parameters;
    }
    TypeScope scope = new TypeScope(namesAhead(), outer);
    do {
      String name = next();
      List<ApiType> bounds = new ArrayList<>();
      if (take("extends")) {
        do {
          bounds.add(type(scope));
        } while (take("&"));
      } else {
        bounds.add(ApiType.Named.OBJECT);
      }
      parameters.add(new TypeParameter(name, bounds));
    } while (take(","));
    expect(">");
    return parameters;
  }

  private List<TypeParameter> namesAhead() {
    List<TypeParameter> names = new ArrayList<>();
    int depth = 0;
    boolean isName = true;
    for (int i = at; depth >= 0 && i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (isName) {
        names.add(new TypeParameter(token, List.of(ApiType.Named.OBJECT)));
      }
      depth += token.equals("<") ? 1 : token.equals(">") ? -1 : 0;
      isName = depth == 0 && token.equals(",");
    }
    return names;
  }

  private List<ApiType> types(TypeScope scope) {
    List<ApiType> types = new ArrayList<>();
    do {
      types.add(type(scope));
    } while (take(","));
    return types;
  }

  private Slot nullableType(TypeScope scope) {
    return new Slot(take("@Nullable"), type(scope));
  }

  private ApiType type(TypeScope scope) {
    if (take("?")) {
      return take("extends")
          ? new ApiType.Wildcard('+', type(scope))
          : take("super")
              ? new ApiType.Wildcard('-', type(scope))
              : new ApiType.Wildcard('*', ApiType.Named.OBJECT);
    }
    ApiType type = named(next(), scope);
    while (take("[]")) {
      type = new ApiType.Array(type);
    }
    return type;
  }

  private ApiType named(String name, TypeScope scope) {
    if (ApiType.PRIMITIVES.containsKey(name)) {
      return new ApiType.Primitive(name);
    }
    if (scope.declares(name)) {
      return new ApiType.Variable(name);
    }
    List<ApiType> arguments = List.of();
    if (take("<")) {
      arguments = types(scope);
      expect(">");
    }
    return new ApiType.Named(name.indexOf('.') < 0 ? "java.lang." + name : name, arguments);
  }

  private boolean isNext(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private boolean take(String token) {
    boolean isNext = isNext(token);
    at += isNext ? 1 : 0;
    return isNext;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw unexpected("'" + token + "'");
    }
  }

  private String next() {
    if (at == tokens.size()) {
      throw unexpected("a name");
    }
    return tokens.get(at++);
  }

  private IllegalArgumentException unexpected(String expected) {
    String found = at < tokens.size() ? "'" + tokens.get(at) + "'" : "the end of the line";
    return new IllegalArgumentException(
        "Line "
            + lineNumber
            + " of the signature file: expected "
            + expected
            + ", found "
            + found
            + ". Signature files are written, not edited; write it again.");
  }
}
