package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexApiException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Answers the requests of a client with the pages of a hostile server, without sockets. */
final class HostileExchange implements Interceptor {
  /** The JSON of a run after its ID. */
  static final String RUN =
      ",\"input\":null,\"output\":{},\"status\":\"COMPLETED\",\"origin\":\"ENDPOINT\","
          + "\"started_at\":null,\"ended_at\":null,\"app_id\":\"app_1\",\"workflow_app_id\":"
          + "\"app_1\",\"workflow_id\":\"work_1\",\"workflow_version_draft\":null,"
          + "\"workflow_version\":null,\"created_at\":null,\"updated_at\":null}";

  /** The JSON of a workflow or a version after its ID. */
  static final String DEFINITION = ",\"steps\":[]}";

  private static final MediaType JSON = requireNonNull(MediaType.parse("application/json"));

  /** Without certificates, which take longer to load than a walk takes. */
  private static final OkHttpClient PLAIN =
      new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();

  private final HostileServer server;
  private final String rest;

  private HostileExchange(HostileServer server, String rest) {
    this.server = server;
    this.rest = rest;
  }

  /**
   * Returns a client that knows nothing about the server.
   *
   * @param rest the JSON of an item after its ID
   */
  static CortexClient client(HostileServer server, LateAnswers answers, String rest) {
    Dispatcher dispatcher = new Dispatcher(answers);
    // Canceled requests stay on their way.
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    CortexClient cortex =
        CortexClient.builder()
            .apiKey("key")
            .baseUrl("http://localhost")
            .okHttpClient(
                PLAIN
                    .newBuilder()
                    .dispatcher(dispatcher)
                    .addInterceptor(new HostileExchange(server, rest))
                    .build())
            // A retry would be answered by a list that has changed once more.
            .retryPolicy(RetryPolicy.none())
            .build();
    completeOnThisThread(cortex);
    return cortex;
  }

  /**
   * Makes a seed repeat the same walk: without its threads, the client completes futures on the
   * thread that answers, as it does after it has been closed.
   */
  private static void completeOnThisThread(CortexClient cortex) {
    ((ExecutorService) field(field(cortex, "transport"), "threads")).shutdown();
  }

  private static Object field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return requireNonNull(field.get(owner));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name + " has another name now", e);
    }
  }

  @Override
  public Response intercept(Chain chain) {
    Request request = chain.request();
    Response.Builder response =
        new Response.Builder().request(request).protocol(Protocol.HTTP_1_1).message("");
    try {
      Page<String> page = server.page(number(request, "page"), number(request, "take"));
      response.code(200).header("pagination-page", "" + page.number());
      if (page.isTakeConfirmed()) {
        response.header("pagination-take", "" + page.take());
      }
      if (page.totalCount() != null) {
        response.header("pagination-count", "" + page.totalCount());
      }
      return response.body(ResponseBody.create(json(page), JSON)).build();
    } catch (CortexApiException e) {
      return response.code(e.status()).body(ResponseBody.create("{}", JSON)).build();
    }
  }

  private static int number(Request request, String parameter) {
    return Integer.parseInt(requireNonNull(request.url().queryParameter(parameter)));
  }

  private String json(Page<String> page) {
    List<String> elements = new ArrayList<>();
    page.items().forEach(item -> elements.add("{\"id\":\"" + item + "\"" + rest));
    for (UnreadElement element : page.unread()) {
      elements.add(element.index(), element.json().json());
    }
    return "[" + String.join(",", elements) + "]";
  }
}
