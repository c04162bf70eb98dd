package ai.withcortex.regeneration.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type parameters that a name can refer to: those of a method, then those of its class. */
record TypeScope(List<TypeParameter> parameters, @Nullable TypeScope outer) {
  static final TypeScope EMPTY = new TypeScope(List.of(), null);

  boolean declares(String name) {
    return parameters.stream().anyMatch(p -> p.name().equals(name))
        || (outer != null && outer.declares(name));
  }

  /** The class that a type variable is erased to. */
  ApiType bound(String name) {
    for (TypeParameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return parameter.bounds().get(0);
      }
    }
    if (outer == null) {
      throw new IllegalArgumentException("No type parameter is called " + name);
    }
    return outer.bound(name);
  }

  /**
   * A type parameter.
   *
   * @param bounds at least one
   */
  record TypeParameter(String name, List<ApiType> bounds) {}
}
