package ai.withcortex.trial.roundtrip;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds models again with their builders. */
final class Rebuilding {
  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          boolean.class, Boolean.class,
          int.class, Integer.class,
          long.class, Long.class,
          float.class, Float.class,
          double.class, Double.class);

  private final Class<?> type;

  /**
   * @param type the public class of a model
   */
  Rebuilding(Class<?> type) {
    this.type = type;
  }

  /** Returns whether the class has a builder. */
  boolean isPossible() {
    return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals("toBuilder"));
  }

  /** Sets each property of a new builder. */
  Object byProperties(Object model) throws ReflectiveOperationException {
    Object builder = call(null, type.getMethod("builder"));
    for (Method accessor : type.getDeclaredMethods()) {
      if (Modifier.isAbstract(accessor.getModifiers()) && accessor.getParameterCount() == 0) {
        Object value = call(model, accessor);
        if (value != null) {
          call(builder, setter(builder.getClass(), accessor.getName(), value), value);
        }
      }
    }
    return build(builder);
  }

  /** Copies all properties to a new builder at once. */
  Object byCopy(Object model) throws ReflectiveOperationException {
    return build(call(model, type.getMethod("toBuilder")));
  }

  /** Returns the names of the properties that no accessor shows. */
  Set<String> additionalNames(Object model) throws ReflectiveOperationException {
    Map<?, ?> additional = (Map<?, ?>) call(model, type.getMethod("additionalProperties"));
    Set<String> names = new TreeSet<>();
    additional.keySet().forEach(name -> names.add((String) name));
    return names;
  }

  private static Object build(Object builder) throws ReflectiveOperationException {
    return call(builder, builder.getClass().getMethod("build"));
  }

  private static Method setter(Class<?> builder, String name, Object value)
      throws NoSuchMethodException {
    for (Method method : builder.getMethods()) {
      Class<?>[] parameters = method.getParameterTypes();
      if (method.getName().equals(name)
          && parameters.length == 1
          && BOXES.getOrDefault(parameters[0], parameters[0]).isInstance(value)) {
        return method;
      }
    }
    throw new NoSuchMethodException(builder + " has no method " + name + " for " + value);
  }

  private static Object call(@Nullable Object target, Method method, Object... arguments)
      throws ReflectiveOperationException {
    // Immutables declares the methods in classes that are not public.
    method.setAccessible(true);
    return method.invoke(target, arguments);
  }
}
