package ai.withcortex.trial.call;

import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.spec.ExpectedReading;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.JsonTreeWriter;
import ai.withcortex.spec.SpecType;
import ai.withcortex.trial.roundtrip.ClientJson;
import ai.withcortex.trial.schema.DocumentParts;
import ai.withcortex.trial.schema.Operation;
import ai.withcortex.trial.schema.Samples;
import ai.withcortex.trial.workshop.Client;
import ai.withcortex.trial.workshop.ClientCheck;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import retrofit2.Call;

/**
 * Calls each operation with all arguments and with only the required ones. The request must be what
 * the document says, and the result must be what the server sent.
 */
public final class Calls implements ClientCheck {
  private static final String PREFIX = "/prefix";

  @Override
  public String title() {
    return "operations";
  }

  @Override
  public Result check(Client client) throws Exception {
    List<Operation> operations = DocumentParts.read(client.document()).operations();
    List<GeneratedMethod> methods = GeneratedMethod.of(client);
    Moshi moshi = ClientJson.moshi(client);
    List<String> failures = new ArrayList<>();
    try (RecordingServer server = new RecordingServer();
        CortexTransport transport = transport(server.url() + PREFIX, moshi)) {
      for (Operation operation : operations) {
        List<GeneratedMethod> its =
            methods.stream().filter(method -> method.isFor(operation)).toList();
        if (its.isEmpty()) {
          failures.add(operation.title() + " has no method");
        }
        for (boolean isFull : new boolean[] {true, false}) {
          SentValues sent = SentValues.of(operation, isFull);
          for (GeneratedMethod method : select(its, sent)) {
            String title = method.method().getName() + (isFull ? "" : " (only what is required)");
            new OfMethod(method, sent, server, transport, moshi)
                .differences(isFull)
                .forEach(difference -> failures.add(title + " " + difference));
          }
        }
      }
    }
    return new Result(operations.size(), failures);
  }

  private static CortexTransport transport(String baseUrl, Moshi moshi) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey("key")
            .baseUrl(baseUrl)
            .retryPolicy(RetryPolicy.none())
            .build(),
        moshi);
  }

  /** Returns the largest method of each interface, with or without a body as in the call. */
  private static List<GeneratedMethod> select(List<GeneratedMethod> methods, SentValues sent) {
    List<GeneratedMethod> selected = new ArrayList<>();
    for (GeneratedMethod method : methods) {
      boolean isForm = sent.operation().body().filter(body -> !body.isMultipart()).isPresent();
      boolean fits =
          sent.hasBody() == method.hasBody()
              || (isForm && sent.operation().body().get().type().isEmpty());
      if (fits && selected.stream().noneMatch(other -> other.api() == method.api())) {
        selected.add(method);
      }
    }
    return selected;
  }

  private record OfMethod(
      GeneratedMethod method,
      SentValues sent,
      RecordingServer server,
      CortexTransport transport,
      Moshi moshi) {

    List<String> differences(boolean isFull) {
      Operation operation = sent.operation();
      Samples.Kind kind = isFull ? Samples.Kind.ALL : Samples.Kind.REQUIRED;
      JsonTree answer =
          operation.result().map(t -> Samples.of(t, kind, "answer")).orElse(new JsonTree.Null());
      boolean hasAnswer = operation.result().isPresent() && !operation.method().equals("HEAD");
      server.respond(
          operation.status(),
          operation.accepted().orElse(""),
          hasAnswer ? JsonTreeWriter.write(answer) : "");
      try {
        List<String> differences = new ArrayList<>();
        ApiResponse<?> response = response();
        if (server.last().isEmpty()) {
          differences.add("sent nothing");
        } else {
          differences.addAll(RequestDifferences.of(sent, PREFIX, server.last().get()));
        }
        if (response.status() != operation.status()) {
          differences.add("has the status " + response.status());
        }
        if (hasAnswer) {
          compare(operation.result().get(), answer, response.body(), differences);
        }
        return differences;
      } catch (InvocationTargetException e) {
        return List.of("throws " + e.getCause());
      } catch (IOException | ReflectiveOperationException | RuntimeException e) {
        return List.of("throws " + e);
      }
    }

    private ApiResponse<?> response() throws IOException, ReflectiveOperationException {
      Object api = transport.api(method.api());
      Call<?> call = (Call<?>) method.method().invoke(api, method.arguments(sent, moshi));
      return transport.execute(call);
    }

    private void compare(SpecType type, JsonTree answer, Object body, List<String> differences) {
      Type javaType =
          ((ParameterizedType) method.method().getGenericReturnType()).getActualTypeArguments()[0];
      String written = moshi.adapter(javaType).toJson(body);
      JsonTree expected = ExpectedReading.of(type, answer).read().orElseThrow();
      List<String> found = JsonDifferences.of(type, expected, JsonTreeReader.read(written));
      if (!found.isEmpty()) {
        differences.add("result: changed " + found + " in " + written);
      }
    }
  }
}
