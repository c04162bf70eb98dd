package ai.withcortex.regeneration.api;

import static java.util.stream.Collectors.joining;

import ai.withcortex.regeneration.api.TypeScope.TypeParameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public or protected class, and what other packages can use of it. What it inherits from classes
 * that others cannot see counts as its own.
 *
 * @param modifiers in the order of a signature file, the kind of class last
 * @param name as {@link Class#getName()} has it
 * @param superclass null for interfaces and for Object
 * @param members sorted by name
 */
record ApiClass(
    List<String> modifiers,
    String name,
    List<TypeParameter> typeParameters,
    @Nullable ApiType superclass,
    List<ApiType> interfaces,
    List<Member> members) {

  TypeScope scope() {
    return new TypeScope(typeParameters, null);
  }

  boolean is(String modifier) {
    return modifiers.contains(modifier);
  }

  /** The line that begins it in a signature file. */
  String text() {
    StringBuilder text = new StringBuilder(String.join(" ", modifiers)).append(' ').append(name);
    if (!typeParameters.isEmpty()) {
      text.append(text(typeParameters));
    }
    if (superclass != null) {
      text.append(" extends ").append(superclass.text());
    }
    if (!interfaces.isEmpty()) {
      text.append(" implements ")
          .append(interfaces.stream().map(ApiType::text).collect(joining(", ")));
    }
    return text.toString();
  }

  private static String text(List<TypeParameter> parameters) {
    return parameters.stream()
        .map(
            p ->
                p.bounds().equals(List.of(ApiType.Named.OBJECT))
                    ? p.name()
                    : p.name()
                        + " extends "
                        + p.bounds().stream().map(ApiType::text).collect(joining(" & ")))
        .collect(joining(", ", "<", ">"));
  }

  /**
   * A field, a method or a constructor.
   *
   * @param name {@link #CONSTRUCTOR} for a constructor
   * @param type of a field, or what a method returns
   * @param parameters null for a field
   */
  record Member(
      List<String> modifiers,
      List<TypeParameter> typeParameters,
      Slot type,
      String name,
      @Nullable List<Slot> parameters,
      List<ApiType> exceptions) {
    static final String CONSTRUCTOR = "new";

    /** The same with types in the place of type variables. */
    Member with(Map<String, ApiType> arguments) {
      return new Member(
          modifiers,
          typeParameters,
          type.with(arguments),
          name,
          parameters == null ? null : parameters.stream().map(p -> p.with(arguments)).toList(),
          exceptions);
    }

    /** Its line in a signature file, without indentation. */
    String text() {
      StringBuilder text = new StringBuilder(String.join(" ", modifiers)).append(' ');
      if (!typeParameters.isEmpty()) {
        text.append(ApiClass.text(typeParameters)).append(' ');
      }
      if (!name.equals(CONSTRUCTOR)) {
        text.append(type.text()).append(' ');
      }
      text.append(name);
      if (parameters != null) {
        text.append(parameters.stream().map(Slot::text).collect(joining(", ", "(", ")")));
      }
      if (!exceptions.isEmpty()) {
        text.append(" throws ")
            .append(exceptions.stream().map(ApiType::text).collect(joining(", ")));
      }
      return text.toString();
    }

    /** What a call in a class file names. */
    String descriptor(TypeScope classScope) {
      TypeScope scope = new TypeScope(typeParameters, classScope);
      String result = type.type().descriptor(scope);
      return parameters == null
          ? result
          : parameters.stream().map(p -> p.type().descriptor(scope)).collect(joining("", "(", ")"))
              + result;
    }
  }

  /** A type and whether null is a value of it. */
  record Slot(boolean isNullable, ApiType type) {
    Slot with(Map<String, ApiType> arguments) {
      return new Slot(isNullable, type.with(arguments));
    }

    String text() {
      return isNullable ? "@Nullable " + type.text() : type.text();
    }
  }
}
