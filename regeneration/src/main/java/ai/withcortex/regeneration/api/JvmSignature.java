package ai.withcortex.regeneration.api;

import ai.withcortex.regeneration.api.ApiType.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Reads types as the JVM writes them (JVMS 4.7.9.1), from left to right. */
final class JvmSignature {
  private static final String NULLABLE = "Lorg/jspecify/annotations/Nullable;";

  private final String text;
  private final List<TypeAnnotationNode> annotations;
  private int at;

  JvmSignature(String text, @Nullable List<TypeAnnotationNode> annotations) {
    this.text = text;
    this.annotations = annotations == null ? List.of() : annotations;
  }

  boolean hasMore() {
    return at < text.length();
  }

  /** Reads the given character if it is next. */
  boolean take(char c) {
    boolean isNext = hasMore() && text.charAt(at) == c;
    at += isNext ? 1 : 0;
    return isNext;
  }

  /**
   * Reads the declared type parameters, if there are any.
   *
   * @param sort the sort of {@link TypeReference} that annotations on their bounds have
   */
  List<Parameter> typeParameters(int sort) {
    List<Parameter> parameters = new ArrayList<>();
    if (take('<')) {
      while (!take('>')) {
        String name = upTo(":");
        List<ApiType> bounds = new ArrayList<>();
        for (int i = 0; i == 0 || take(':'); i++) {
          if (i > 0 || text.charAt(at) != ':') { // Otherwise, the first bound is an interface.
            int target =
                TypeReference.newTypeParameterBoundReference(sort, parameters.size(), i).getValue();
            bounds.add(type(target));
          }
        }
        parameters.add(new Parameter(name, bounds));
      }
    }
    return parameters;
  }

  /**
   * Reads a type.
   *
   * @param target the value of the {@link TypeReference} that annotations on the type have
   */
  ApiType type(int target) {
    ApiType type = type();
    for (TypeAnnotationNode annotation : annotations) {
      if (annotation.desc.equals(NULLABLE) && annotation.typeRef == target) {
        type = type.nullableAt(annotation.typePath, 0);
      }
    }
    return type;
  }

  private ApiType type() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case '[' -> ApiType.of(ApiType.ARRAY, type());
      case '*' -> ApiType.of("?");
      case '+' -> ApiType.of("? extends", type());
      case '-' -> ApiType.of("? super", type());
      case 'T' -> ApiType.of(upTo(";"));
      case 'L' -> classType();
      default -> ApiType.of(Type.getType(String.valueOf(kind)).getClassName());
    };
  }

  private ApiType classType() {
    String name = upTo("<;");
    List<ApiType> arguments = new ArrayList<>();
    if (text.charAt(at - 1) == '<') {
      while (!take('>')) {
        arguments.add(type());
      }
      if (!take(';')) {
        throw new IllegalArgumentException(
            "Signature files cannot contain an inner class of a class with type arguments: "
                + text
                + ". Make the inner class static.");
      }
    }
    return ApiType.ofClass(name, arguments.toArray(ApiType[]::new));
  }

  /** Reads the text before the first of the given characters, and that character. */
  private String upTo(String ends) {
    int start = at;
    while (ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at++);
  }
}
