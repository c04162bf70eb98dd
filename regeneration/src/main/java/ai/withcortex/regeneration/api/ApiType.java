package ai.withcortex.regeneration.api;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.TypePath;

/**
 * A type as written in Java source, with the nullness of each of its parts.
 *
 * @param name a primitive type, a type variable or a class; {@link #ARRAY}, {@code ?}, {@code ?
 *     extends} or {@code ? super}. Classes are named as by {@link Class#getName()}, except that
 *     classes in {@code java.lang} have no package.
 * @param arguments the type arguments, the element type of an array, or the bound of a wildcard
 */
record ApiType(boolean isNullable, String name, List<ApiType> arguments) {
  static final String ARRAY = "[]";
  static final ApiType OBJECT = of("Object");

  /** The names that the JVM uses for primitive types, by their names in Java. */
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "boolean", "Z", "byte", "B", "char", "C", "double", "D", "float", "F", "int", "I", "long",
          "J", "short", "S", "void", "V");

  static ApiType of(String name, ApiType... arguments) {
    return new ApiType(false, name, List.of(arguments));
  }

  /** Returns a class, given its name from {@link Class#getName()} or its internal name. */
  static ApiType ofClass(String name, ApiType... arguments) {
    String binaryName = name.replace('/', '.');
    return of(binaryName.replaceFirst("^java\\.lang\\.(?=[A-Z]\\w*$)", ""), arguments);
  }

  boolean isPrimitive() {
    return PRIMITIVES.containsKey(name);
  }

  /** Returns the type as in Java source, with {@code @Nullable} before the package of a class. */
  String text() {
    StringBuilder brackets = new StringBuilder();
    ApiType type = this;
    for (; type.name.equals(ARRAY); type = type.arguments.get(0)) {
      brackets.append(type.isNullable ? " @Nullable []" : ARRAY);
    }
    String suffix = "";
    if (type.name.startsWith("? ")) {
      suffix = " " + type.arguments.get(0).text();
    } else if (!type.arguments.isEmpty()) {
      suffix = type.arguments.stream().map(ApiType::text).collect(joining(", ", "<", ">"));
    }
    return (type.isNullable ? "@Nullable " : "") + type.name + suffix + brackets;
  }

  /**
   * Returns the type with its type arguments, as in the {@code Signature} attribute (JVMS 4.7.9.1).
   */
  String signature(Map<String, ApiType> variables) {
    String inner =
        arguments.stream().map(argument -> argument.signature(variables)).collect(joining());
    return switch (name) {
      case ARRAY -> "[" + inner;
      case "?" -> "*";
      case "? extends" -> "+" + inner;
      case "? super" -> "-" + inner;
      default -> {
        if (variables.containsKey(name)) {
          yield "T" + name + ";";
        }
        yield isPrimitive()
            ? requireNonNull(PRIMITIVES.get(name))
            : "L" + internalName() + (inner.isEmpty() ? "" : "<" + inner + ">") + ";";
      }
    };
  }

  /**
   * Returns the type without its type arguments, as in a descriptor (JVMS 4.3).
   *
   * @param variables the first bound of each type variable in scope
   */
  String descriptor(Map<String, ApiType> variables) {
    if (name.equals(ARRAY)) {
      return "[" + arguments.get(0).descriptor(variables);
    }
    ApiType bound = variables.get(name);
    return bound == null ? of(name).signature(Map.of()) : bound.descriptor(variables);
  }

  /** Returns the name of a class as in class files. */
  String internalName() {
    return name.indexOf('.') < 0 ? "java/lang/" + name : name.replace('.', '/');
  }

  /** Returns the type with its type variables replaced by types. */
  ApiType with(Map<String, ApiType> types) {
    ApiType type = types.getOrDefault(name, new ApiType(false, name, with(arguments, types)));
    return isNullable ? new ApiType(true, type.name, type.arguments) : type;
  }

  static List<ApiType> with(List<ApiType> all, Map<String, ApiType> types) {
    return all.stream().map(type -> type.with(types)).toList();
  }

  /** Returns the type without the nullness of its parts. */
  ApiType plain() {
    return new ApiType(false, name, plain(arguments));
  }

  static List<ApiType> plain(List<ApiType> all) {
    return all.stream().map(ApiType::plain).toList();
  }

  /**
   * Returns this type with one part made nullable.
   *
   * @param path the steps to the part (JVMS 4.7.20.2); null if the part is the whole type
   * @param step the number of steps taken so far
   */
  ApiType nullableAt(@Nullable TypePath path, int step) {
    if (path == null || step == path.getLength()) {
      return new ApiType(true, name, arguments);
    }
    if (path.getStep(step) == TypePath.INNER_TYPE) {
      return nullableAt(path, step + 1); // A nested class is part of the name.
    }
    int index = path.getStepArgument(step); // 0 for the element of an array and for a bound.
    ApiType[] changed = arguments.toArray(ApiType[]::new);
    changed[index] = changed[index].nullableAt(path, step + 1);
    return new ApiType(isNullable, name, List.of(changed));
  }

  /**
   * A declared type parameter.
   *
   * @param bounds the bounds, at least one; Object if the source has none
   */
  record Parameter(String name, List<ApiType> bounds) {
    String text() {
      return bounds.equals(List.of(OBJECT))
          ? name
          : name + " extends " + bounds.stream().map(ApiType::text).collect(joining(" & "));
    }

    static String text(List<Parameter> parameters) {
      return parameters.isEmpty()
          ? ""
          : parameters.stream().map(Parameter::text).collect(joining(", ", "<", ">"));
    }

    /** Returns the declaration as in the {@code Signature} attribute. */
    static String signature(List<Parameter> parameters, Map<String, ApiType> variables) {
      StringBuilder signature = new StringBuilder();
      for (Parameter parameter : parameters) {
        signature.append(parameter.name);
        parameter.bounds.forEach(bound -> signature.append(':').append(bound.signature(variables)));
      }
      return parameters.isEmpty() ? "" : "<" + signature + ">";
    }
  }
}
