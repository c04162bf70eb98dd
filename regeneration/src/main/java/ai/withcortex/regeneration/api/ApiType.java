package ai.withcortex.regeneration.api;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/** A type as it stands in a signature file, and as the JVM writes it. */
sealed interface ApiType {
  /** The names of the JVM by those of Java. */
  Map<String, String> PRIMITIVES =
      Map.of(
          "boolean", "Z", "byte", "B", "char", "C", "double", "D", "float", "F", "int", "I", "long",
          "J", "short", "S", "void", "V");

  /** As in Java source; classes of {@code java.lang} without their package. */
  String text();

  /** With type arguments, as in the attribute Signature (JVMS 4.7.9.1). */
  String signature();

  /** Without type arguments, as in a descriptor (JVMS 4.3). */
  String descriptor(TypeScope scope);

  /** Whether it says more than its descriptor. */
  boolean isGeneric();

  /** The same with types in the place of type variables. */
  ApiType with(Map<String, ApiType> arguments);

  record Primitive(String text) implements ApiType {
    @Override
    public String signature() {
      return requireNonNull(PRIMITIVES.get(text));
    }

    @Override
    public String descriptor(TypeScope scope) {
      return signature();
    }

    @Override
    public boolean isGeneric() {
      return false;
    }

    @Override
    public ApiType with(Map<String, ApiType> arguments) {
      return this;
    }
  }

  /**
   * A class or interface.
   *
   * @param name as {@link Class#getName()} has it
   */
  record Named(String name, List<ApiType> arguments) implements ApiType {
    static final Named OBJECT = new Named("java.lang.Object", List.of());

    @Override
    public String text() {
      String simple = name.replaceFirst("^java\\.lang\\.(?=[A-Z]\\w*$)", "");
      return arguments.isEmpty()
          ? simple
          : simple + arguments.stream().map(ApiType::text).collect(joining(", ", "<", ">"));
    }

    @Override
    public String signature() {
      String inner =
          arguments.isEmpty()
              ? ""
              : arguments.stream().map(ApiType::signature).collect(joining("", "<", ">"));
      return "L" + name.replace('.', '/') + inner + ";";
    }

    @Override
    public String descriptor(TypeScope scope) {
      return "L" + name.replace('.', '/') + ";";
    }

    @Override
    public boolean isGeneric() {
      return !arguments.isEmpty();
    }

    @Override
    public ApiType with(Map<String, ApiType> arguments) {
      return new Named(name, this.arguments.stream().map(a -> a.with(arguments)).toList());
    }
  }

  record Variable(String text) implements ApiType {
    @Override
    public String signature() {
      return "T" + text + ";";
    }

    @Override
    public String descriptor(TypeScope scope) {
      return scope.bound(text).descriptor(scope);
    }

    @Override
    public boolean isGeneric() {
      return true;
    }

    @Override
    public ApiType with(Map<String, ApiType> arguments) {
      return arguments.getOrDefault(text, this);
    }
  }

  record Array(ApiType element) implements ApiType {
    @Override
    public String text() {
      return element.text() + "[]";
    }

    @Override
    public String signature() {
      return "[" + element.signature();
    }

    @Override
    public String descriptor(TypeScope scope) {
      return "[" + element.descriptor(scope);
    }

    @Override
    public boolean isGeneric() {
      return element.isGeneric();
    }

    @Override
    public ApiType with(Map<String, ApiType> arguments) {
      return new Array(element.with(arguments));
    }
  }

  /**
   * A type argument that is not exact.
   *
   * @param kind {@code *}, {@code +} for extends or {@code -} for super
   * @param bound Object for {@code *}
   */
  record Wildcard(char kind, ApiType bound) implements ApiType {
    @Override
    public String text() {
      return switch (kind) {
        case '+' -> "? extends " + bound.text();
        case '-' -> "? super " + bound.text();
        default -> "?";
      };
    }

    @Override
    public String signature() {
      return kind == '*' ? "*" : kind + bound.signature();
    }

    @Override
    public String descriptor(TypeScope scope) {
      throw new IllegalStateException("A wildcard stands for no class: " + text());
    }

    @Override
    public boolean isGeneric() {
      return true;
    }

    @Override
    public ApiType with(Map<String, ApiType> arguments) {
      return new Wildcard(kind, bound.with(arguments));
    }
  }
}
