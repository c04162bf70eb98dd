package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Answers requests for pages of lists and for their items, without sockets. */
final class ListServer implements Interceptor {
  private static final MediaType JSON = requireNonNull(MediaType.parse("application/json"));

  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Integer> firstPages = new HashMap<>();

  /** The requests so far. */
  final List<HttpUrl> requests = new CopyOnWriteArrayList<>();

  /** Adds a list; its items have the last part of the path and a number as their IDs. */
  ListServer add(String path, int items, int firstPage) {
    String kind = path.substring(path.lastIndexOf('/') + 1);
    lists.put(path, IntStream.range(0, items).mapToObj(i -> kind + i).collect(Collectors.toList()));
    firstPages.put(path, firstPage);
    return this;
  }

  CortexClient client() {
    return CortexClient.builder()
        .apiKey("key")
        .baseUrl("http://localhost")
        .okHttpClient(new OkHttpClient.Builder().addInterceptor(this).build())
        .build();
  }

  /** Returns the pages that were requested from a list, and forgets all requests. */
  List<String> takePages(String path) {
    List<String> pages =
        requests.stream()
            .filter(url -> url.encodedPath().equals(path))
            .map(url -> url.queryParameter("page"))
            .collect(Collectors.toList());
    requests.clear();
    return pages;
  }

  @Override
  public Response intercept(Chain chain) {
    HttpUrl url = chain.request().url();
    requests.add(url);
    Response.Builder response =
        new Response.Builder().request(chain.request()).protocol(Protocol.HTTP_1_1).message("");
    List<String> list = lists.get(url.encodedPath());
    if (list == null) {
      return item(url, response);
    }
    int take = Integer.parseInt(requireNonNull(url.queryParameter("take")));
    int page = Integer.parseInt(requireNonNull(url.queryParameter("page")));
    int first = requireNonNull(firstPages.get(url.encodedPath()));
    if (page < first) {
      return response.code(422).body(ResponseBody.create("{}", JSON)).build();
    }
    int from = Math.min(list.size(), (page - first) * take);
    List<String> items = list.subList(from, Math.min(list.size(), from + take));
    return response
        .code(200)
        .header("pagination-page", "" + page)
        .header("pagination-take", "" + take)
        .header("pagination-count", "" + list.size())
        .body(ResponseBody.create(json(url, items), JSON))
        .build();
  }

  private static Response item(HttpUrl url, Response.Builder response) {
    String id = url.pathSegments().get(url.pathSize() - 1);
    return id.startsWith("none")
        ? response.code(404).body(ResponseBody.create("{}", JSON)).build()
        : response.code(200).body(ResponseBody.create(definition(id), JSON)).build();
  }

  private static String json(HttpUrl url, List<String> ids) {
    List<String> elements = new ArrayList<>();
    for (String id : ids) {
      elements.add(url.encodedPath().endsWith("/runs") ? run(id) : definition(id));
    }
    return "[" + String.join(",", elements) + "]";
  }

  private static String definition(String id) {
    return "{\"id\":\"" + id + "\",\"steps\":[]}";
  }

  private static String run(String id) {
    return "{\"id\":\""
        + id
        + "\",\"input\":null,\"output\":{},\"status\":\"COMPLETED\",\"origin\":\"ENDPOINT\","
        + "\"started_at\":null,\"ended_at\":null,\"app_id\":\"app_1\",\"workflow_app_id\":"
        + "\"app_1\",\"workflow_id\":\"work_1\",\"workflow_version_draft\":null,"
        + "\"workflow_version\":null,\"created_at\":null,\"updated_at\":null}";
  }
}
