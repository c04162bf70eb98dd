package ai.withcortex.codegen;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.parameter.Delimited;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Calls generated operations. A call has four parts: the operation with its arguments as a JSON
 * list, the request, the server's response, and what the caller sees of it. The base URL has the
 * path prefix {@code /prefix}. An argument for a file is its text.
 */
final class GoldenCalls {
  private static final String SEPARATOR = "----\n";

  private final ClassLoader classes;
  private final Collection<String> sources;
  private final Moshi moshi;

  /**
   * @param sources the paths of the generated sources
   */
  GoldenCalls(ClassLoader classes, Collection<String> sources, Moshi moshi) {
    this.classes = classes;
    this.sources = sources;
    this.moshi = moshi;
  }

  /** Makes a call and returns it with the actual request and what the caller saw. */
  String actual(Path call) throws IOException, ReflectiveOperationException {
    String[] parts = Files.readString(call).split(SEPARATOR, -1);
    String[] operation = parts[0].strip().split(" ", 2);
    try (StubServer server = new StubServer(parts[2])) {
      JsonNode arguments = new ObjectMapper().readTree(operation[1]);
      String seen = seen(server.url() + "/prefix", method(operation[0], arguments), arguments);
      return String.join(SEPARATOR, parts[0], server.request(), parts[2], seen + "\n");
    }
  }

  private Method method(String name, JsonNode arguments) throws ClassNotFoundException {
    for (String source : sources) {
      if (source.endsWith("Api.java")) {
        String api = source.replaceFirst("\\.java$", "").replace('/', '.');
        for (Method method : classes.loadClass(api).getMethods()) {
          if (method.getName().equals(name) && method.getParameterCount() == arguments.size()) {
            return method;
          }
        }
      }
    }
    throw new AssertionError("No method " + name + " with " + arguments.size() + " parameters");
  }

  private String seen(String baseUrl, Method method, JsonNode arguments)
      throws IOException, ReflectiveOperationException {
    CortexConfiguration configuration =
        CortexConfiguration.builder()
            .apiKey("key")
            .baseUrl(baseUrl)
            .retryPolicy(RetryPolicy.none())
            .build();
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = argument(method.getGenericParameterTypes()[i], arguments.get(i));
    }
    try (CortexTransport transport = CortexTransport.create(configuration, moshi)) {
      Call<?> call = (Call<?>) method.invoke(transport.api(method.getDeclaringClass()), values);
      ApiResponse<?> response = transport.execute(call);
      Type type = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
      JsonAdapter<Object> body = type == Void.class ? null : moshi.adapter(type);
      return response.status() + (body == null ? "" : " " + body.toJson(response.body()));
    } catch (CortexException | IllegalArgumentException | IllegalStateException e) {
      return described(e);
    } catch (InvocationTargetException e) {
      return described(requireNonNull(e.getCause()));
    }
  }

  private static String described(Throwable failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private @Nullable Object argument(Type type, JsonNode value) throws IOException {
    if (value.isNull()) {
      return null;
    }
    if (type == MultipartBody.Part.class) {
      RequestBody text = RequestBody.create(value.asText(), MediaType.get("text/plain"));
      return MultipartBody.Part.createFormData("file", "a.txt", text);
    }
    if (type instanceof ParameterizedType list && list.getRawType() == Delimited.class) {
      return Delimited.of(value.valueStream().map(JsonNode::asText).toList());
    }
    return moshi.adapter(type).fromJson(value.toString());
  }
}
