package ai.withcortex.regeneration.api;

import static java.util.stream.Collectors.joining;

import ai.withcortex.regeneration.api.ApiType.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * A public or protected class with everything in it that other packages can use. Members inherited
 * from classes that other packages cannot see count as members of this class.
 *
 * @param access the flags of {@link Modifiers}
 * @param name the class name, as returned by {@link Class#getName()}
 * @param superclass null for interfaces
 * @param members the constants of an enum in declaration order, then all other members sorted by
 *     name
 */
record ApiClass(
    int access,
    String name,
    List<Parameter> typeParameters,
    @Nullable ApiType superclass,
    List<ApiType> interfaces,
    List<Member> members) {

  boolean isAnnotation() {
    return (access & Opcodes.ACC_ANNOTATION) != 0;
  }

  /** Returns the superclass, if there is one, and the interfaces. */
  List<ApiType> supertypes() {
    List<ApiType> supertypes = new ArrayList<>(interfaces);
    if (superclass != null) {
      supertypes.add(0, superclass);
    }
    return supertypes;
  }

  /** Returns the first bound of each type parameter. */
  Map<String, ApiType> variables() {
    return variables(Map.of(), typeParameters);
  }

  private static Map<String, ApiType> variables(
      Map<String, ApiType> outer, List<Parameter> parameters) {
    Map<String, ApiType> variables = new TreeMap<>(outer);
    parameters.forEach(p -> variables.put(p.name(), p.bounds().get(0)));
    return variables;
  }

  /**
   * Returns the values of type parameters in a use of a class, such as the supertype of a different
   * class.
   */
  static Map<String, ApiType> arguments(List<Parameter> parameters, ApiType type) {
    Map<String, ApiType> arguments = new TreeMap<>();
    for (int i = 0; i < type.arguments().size(); i++) {
      arguments.put(parameters.get(i).name(), type.arguments().get(i));
    }
    return arguments;
  }

  /** Returns the first line of the class in a signature file. */
  String text() {
    String text = Modifiers.text(access, true) + name + Parameter.text(typeParameters);
    if (superclass != null) {
      text += " extends " + superclass.text();
    }
    return text + list(" implements ", interfaces);
  }

  private static String list(String word, List<ApiType> types) {
    return types.isEmpty()
        ? ""
        : types.stream().map(ApiType::text).collect(joining(", ", word, ""));
  }

  /**
   * A field, a method or a constructor.
   *
   * @param type the type of a field, or the result of a method
   * @param name {@link #CONSTRUCTOR} for a constructor
   * @param parameters null for a field
   * @param value the value of a constant as in Java source, {@code default} for a member of an
   *     annotation that has a default, empty otherwise
   */
  record Member(
      int access,
      List<Parameter> typeParameters,
      ApiType type,
      String name,
      @Nullable List<ApiType> parameters,
      List<ApiType> exceptions,
      String value) {
    static final String CONSTRUCTOR = "new";
    static final String DEFAULT = "default";

    boolean isConstructor() {
      return name.equals(CONSTRUCTOR);
    }

    boolean isEnumConstant() {
      return (access & Opcodes.ACC_ENUM) != 0;
    }

    /** Returns the member with its type variables replaced by types. */
    Member with(Map<String, ApiType> types) {
      return new Member(
          access,
          typeParameters,
          type.with(types),
          name,
          parameters == null ? null : ApiType.with(parameters, types),
          exceptions,
          value);
    }

    /** Returns the member's line in a signature file, without indentation. */
    String text() {
      String declared = Parameter.text(typeParameters);
      String text = Modifiers.text(access, false) + declared + (declared.isEmpty() ? "" : " ");
      text += isConstructor() ? name : type.text() + " " + name;
      if (parameters != null) {
        text += parameters.stream().map(ApiType::text).collect(joining(", ", "(", ")"));
      }
      String end = value.isEmpty() || value.equals(DEFAULT) ? " " + value : " = " + value;
      return (text + list(" throws ", exceptions) + end).stripTrailing();
    }

    /** Returns the first bound of each type parameter of the method and its class. */
    Map<String, ApiType> variables(ApiClass owner) {
      return ApiClass.variables(owner.variables(), typeParameters);
    }

    /** Returns the descriptor that a call in a class file contains. */
    String descriptor(Map<String, ApiType> variables) {
      String result = type.descriptor(variables);
      return parameters == null
          ? result
          : parameters.stream().map(p -> p.descriptor(variables)).collect(joining("", "(", ")"))
              + result;
    }

    /** Returns a key that distinguishes the member from all other members of its class. */
    String key(Map<String, ApiType> classVariables) {
      return name + descriptor(ApiClass.variables(classVariables, typeParameters));
    }
  }
}
