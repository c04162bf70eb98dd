package ai.withcortex.regeneration.api;

import ai.withcortex.regeneration.api.TypeScope.TypeParameter;
import java.util.ArrayList;
import java.util.List;

/** Reads types as the JVM writes them (JVMS 4.7.9.1), from left to right. */
final class JvmSignature {
  private final String text;
  private int at;

  JvmSignature(String text) {
    this.text = text;
  }

  static ApiType type(String text) {
    return new JvmSignature(text).type();
  }

  boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  boolean hasMore() {
    return at < text.length();
  }

  void skip(char c) {
    if (!isAt(c)) {
      throw new IllegalArgumentException("Expected '" + c + "' at " + at + " in " + text);
    }
    at++;
  }

  /** The declared type parameters, if any stand here. */
  List<TypeParameter> typeParameters() {
    List<TypeParameter> parameters = new ArrayList<>();
    if (!isAt('<')) {
      return parameters;
    }
    skip('<');
    while (!isAt('>')) {
      int colon = text.indexOf(':', at);
      String name = text.substring(at, colon);
      at = colon;
      List<ApiType> bounds = new ArrayList<>();
      while (isAt(':')) {
        skip(':');
        if (!isAt(':')) { // Else the first bound is an interface.
          bounds.add(type());
        }
      }
      parameters.add(new TypeParameter(name, bounds));
    }
    skip('>');
    return parameters;
  }

  ApiType type() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case '[' -> new ApiType.Array(type());
      case '*' -> new ApiType.Wildcard('*', ApiType.Named.OBJECT);
      case '+', '-' -> new ApiType.Wildcard(kind, type());
      case 'T' -> new ApiType.Variable(upTo(';'));
      case 'L' -> named();
      default -> primitive(kind);
    };
  }

  private ApiType named() {
    int end = at;
    while (text.charAt(end) != '<' && text.charAt(end) != ';') {
      end++;
    }
    String name = text.substring(at, end).replace('/', '.');
    at = end;
    List<ApiType> arguments = new ArrayList<>();
    if (isAt('<')) {
      skip('<');
      while (!isAt('>')) {
        arguments.add(type());
      }
      skip('>');
    }
    if (isAt('.')) {
      throw new IllegalArgumentException(
          "A class inside one with type arguments has no form in signature files: "
              + text
              + ". Make the inner class static.");
    }
    skip(';');
    return new ApiType.Named(name, arguments);
  }

  private String upTo(char end) {
    int to = text.indexOf(end, at);
    String name = text.substring(at, to);
    at = to + 1;
    return name;
  }

  private static ApiType primitive(char kind) {
    return ApiType.PRIMITIVES.entrySet().stream()
        .filter(entry -> entry.getValue().charAt(0) == kind)
        .map(entry -> new ApiType.Primitive(entry.getKey()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No type begins with " + kind));
  }
}
