package ai.withcortex.core;

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

/** The path of a Retrofit method with its parameters by name. */
final class Route {
  /** Null if the request has no method, or the method no path, since its URL is a parameter. */
  static @Nullable String of(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? null : of(invocation.method().getAnnotations());
  }

  /** The same of the method that has these annotations. */
  static @Nullable String of(Annotation[] method) {
    for (Annotation annotation : method) {
      String path = path(annotation);
      if (!path.isEmpty()) {
        return path.startsWith("/") ? path : "/" + path;
      }
    }
    return null;
  }

  /** Retrofit's annotations have no type in common. */
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

  private Route() {}
}
