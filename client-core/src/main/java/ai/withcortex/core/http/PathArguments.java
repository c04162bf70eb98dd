package ai.withcortex.core.http;

import java.lang.annotation.Annotation;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Path;

/** Checks the path parameters of a Retrofit method. */
public final class PathArguments {
  /**
   * Requires that no path parameter is empty or only white space. The path would mean something
   * else: a server might return a list instead of an item, or delete all items instead of one.
   *
   * @throws IllegalArgumentException if a parameter is blank; the message names it
   */
  public static void requireNotBlank(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      return;
    }
    List<?> arguments = invocation.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      // Reading the annotations is expensive, and hardly any argument is blank.
      if (isBlank(arguments.get(i))) {
        requireOutsidePath(invocation.method().getParameterAnnotations()[i], request);
      }
    }
  }

  private static boolean isBlank(@Nullable Object argument) {
    if (!(argument instanceof String)) {
      return false;
    }
    String text = (String) argument;
    // A stream would cost more than all the rest of the checks that each call makes.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  private static void requireOutsidePath(Annotation[] parameter, Request request) {
    for (Annotation annotation : parameter) {
      if (annotation instanceof Path) {
        throw new IllegalArgumentException(
            "Expected a value for {"
                + ((Path) annotation).value()
                + "} in "
                + request.method()
                + " "
                + RouteTemplate.of(request)
                + ", found blank text; check where it comes from.");
      }
    }
  }

  private PathArguments() {}
}
