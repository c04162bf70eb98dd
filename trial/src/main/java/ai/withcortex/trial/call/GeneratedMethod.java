package ai.withcortex.trial.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.core.parameter.Delimited;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeWriter;
import ai.withcortex.trial.schema.Operation;
import ai.withcortex.trial.schema.Operation.Parameter;
import ai.withcortex.trial.workshop.Client;
import ai.withcortex.trial.workshop.Generator;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.Header;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * A method of a generated interface.
 *
 * @param request the HTTP method and the path, in which spaces and brackets are encoded
 */
record GeneratedMethod(Class<?> api, Method method, String request) {
  private static final String FOLDER = Generator.API_PACKAGE.replace('.', '/') + "/";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  /** Returns all methods of a client, those with the most parameters first. */
  static List<GeneratedMethod> of(Client client) throws ReflectiveOperationException {
    List<GeneratedMethod> methods = new ArrayList<>();
    for (String file : client.sources().keySet()) {
      if (file.startsWith(FOLDER) && file.endsWith("Api.java")) {
        String name = file.substring(0, file.length() - ".java".length()).replace('/', '.');
        Class<?> api = client.classes().loadClass(name);
        for (Method method : api.isInterface() ? api.getMethods() : new Method[0]) {
          methods.add(new GeneratedMethod(api, method, request(method)));
        }
      }
    }
    methods.sort(Comparator.comparing(method -> -method.method.getParameterCount()));
    return methods;
  }

  private static String request(Method method) throws ReflectiveOperationException {
    for (Annotation annotation : method.getAnnotations()) {
      String name = annotation.annotationType().getSimpleName();
      if (METHODS.contains(name)) {
        Object path = annotation.annotationType().getMethod("value").invoke(annotation);
        return name + " /" + path.toString().replaceFirst("^\\.\t?/", "");
      }
    }
    throw new IllegalStateException(method + " has no HTTP method");
  }

  boolean isFor(Operation operation) {
    String path = operation.path().replace(" ", "%20").replace("[", "%5B").replace("]", "%5D");
    return request.equals(operation.method() + " " + path);
  }

  /** Returns whether the method takes a body or a part of one. */
  boolean hasBody() {
    for (Annotation[] annotations : method.getParameterAnnotations()) {
      if (find(Body.class, annotations) != null
          || find(Part.class, annotations) != null
          || find(Field.class, annotations) != null) {
        return true;
      }
    }
    return false;
  }

  /** Returns the arguments with which the method sends the given values. */
  Object[] arguments(SentValues sent, Moshi moshi) throws IOException {
    Type[] types = method.getGenericParameterTypes();
    Annotation[][] annotations = method.getParameterAnnotations();
    Iterator<Parameter> files = files(sent.operation()).iterator();
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (find(Body.class, annotations[i]) != null) {
        arguments[i] = value(types[i], sent.json().orElse(null), moshi);
      } else if (isFile(types[i])) {
        Parameter file = files.next();
        arguments[i] = file(types[i], file, sent.parameters().get(file));
      } else {
        Parameter parameter = parameter(sent.operation(), annotations[i]);
        arguments[i] = value(types[i], sent.parameters().get(parameter), moshi);
      }
    }
    return arguments;
  }

  /** Returns the files of a form in the order of the arguments: required ones come first. */
  private static List<Parameter> files(Operation operation) {
    return operation.body().stream()
        .flatMap(body -> body.fields().stream())
        .filter(Parameter::isFile)
        .sorted(Comparator.comparing(field -> !field.required()))
        .toList();
  }

  private static boolean isFile(Type type) {
    return type == MultipartBody.Part.class
        || type.equals(Types.newParameterizedType(List.class, MultipartBody.Part.class));
  }

  private static @Nullable Object file(Type type, Parameter field, @Nullable JsonTree value) {
    if (value == null) {
      return null;
    }
    List<MultipartBody.Part> parts = new ArrayList<>();
    for (JsonTree single : SentValues.values(value)) {
      MediaType mediaType = MediaType.get(RequestDifferences.FILE_TYPE);
      RequestBody content = RequestBody.create(SentValues.text(single).getBytes(UTF_8), mediaType);
      parts.add(MultipartBody.Part.createFormData(field.name(), field.name() + ".bin", content));
    }
    return type == MultipartBody.Part.class ? parts.get(0) : parts;
  }

  private static Parameter parameter(Operation operation, Annotation[] annotations) {
    Path path = find(Path.class, annotations);
    Query query = find(Query.class, annotations);
    Header header = find(Header.class, annotations);
    Field field = find(Field.class, annotations);
    Part part = find(Part.class, annotations);
    if (path != null) {
      return parameter(operation, "path", path.value());
    } else if (query != null) {
      String name = query.encoded() ? URLDecoder.decode(query.value(), UTF_8) : query.value();
      return parameter(operation, "query", name);
    } else if (header != null) {
      return parameter(operation, "header", header.value());
    }
    return parameter(
        operation, "form", field != null ? field.value() : part != null ? part.value() : "");
  }

  private static Parameter parameter(Operation operation, String in, String name) {
    List<Parameter> all = new ArrayList<>(operation.parameters());
    operation.body().ifPresent(body -> all.addAll(body.fields()));
    return all.stream()
        .filter(parameter -> parameter.in().equals(in) && parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the document has no '" + name + "' in " + in));
  }

  private static @Nullable Object value(Type type, @Nullable JsonTree value, Moshi moshi)
      throws IOException {
    if (value == null) {
      return null;
    }
    String json = JsonTreeWriter.write(value);
    if (type instanceof ParameterizedType generic && generic.getRawType() == Delimited.class) {
      Type list = Types.newParameterizedType(List.class, generic.getActualTypeArguments()[0]);
      return Delimited.of(moshi.<List<Object>>adapter(list).fromJson(json));
    }
    return moshi.adapter(type).fromJson(json);
  }

  private static <A extends Annotation> @Nullable A find(Class<A> type, Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (type.isInstance(annotation)) {
        return type.cast(annotation);
      }
    }
    return null;
  }
}
