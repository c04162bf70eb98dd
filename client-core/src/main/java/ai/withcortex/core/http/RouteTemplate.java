package ai.withcortex.core.http;

import java.lang.annotation.Annotation;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** Finds the path template of a Retrofit method. */
public final class RouteTemplate {
  /**
   * Returns the path template; null if no Retrofit method created the request, or the method takes
   * its URL as a parameter.
   */
  public static @Nullable String of(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? null : of(invocation.method().getAnnotations());
  }

  /**
   * Returns the path template of the method with the given annotations, or null if there is none.
   */
  public static @Nullable String of(Annotation[] method) {
    for (Annotation annotation : method) {
      String path = path(annotation);
      if (!path.isEmpty()) {
        return absolute(path);
      }
    }
    return null;
  }

  /**
   * Returns the path without the dot segment that generated code writes before a path that would
   * otherwise not be a relative URL.
   */
  private static String absolute(String path) {
    if (path.startsWith("./") || path.startsWith(".\t/")) {
      return path.substring(path.indexOf('/'));
    }
    return path.startsWith("/") ? path : "/" + path;
  }

  /** Returns the path in an annotation. Retrofit's annotations have no common supertype. */
  private static String path(Annotation annotation) {
    if (annotation instanceof GET) {
      return ((GET) annotation).value();
    }
    if (annotation instanceof POST) {
      return ((POST) annotation).value();
    }
    if (annotation instanceof PUT) {
      return ((PUT) annotation).value();
    }
    if (annotation instanceof DELETE) {
      return ((DELETE) annotation).value();
    }
    if (annotation instanceof PATCH) {
      return ((PATCH) annotation).value();
    }
    if (annotation instanceof HEAD) {
      return ((HEAD) annotation).value();
    }
    if (annotation instanceof OPTIONS) {
      return ((OPTIONS) annotation).value();
    }
    return annotation instanceof HTTP ? ((HTTP) annotation).path() : "";
  }

  private RouteTemplate() {}
}
