package ai.withcortex.client.internal.awaiting;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs that end as virtual time passes, and a server that answers after a while. */
final class FakeWorkflow implements RunSource {
  static final int TAKE = 100;

  private final VirtualTime time;

  /** The IDs in list order. */
  final List<String> ids = new ArrayList<>();

  /** When runs end. */
  final Map<String, Duration> ends = new HashMap<>();

  /** What runs show at a time, if it is not what their ends say. */
  final Map<String, Supplier<Run>> shown = new HashMap<>();

  /** The runs that lists cannot show. */
  final Set<String> unread = new HashSet<>();

  /** What happens to a request, such as {@code run_1} or {@code page 1}; null if it succeeds. */
  Function<String, @Nullable Throwable> faults = request -> null;

  Supplier<Duration> latency = () -> Duration.ofMillis(50);
  int firstPage = 1;
  boolean repeatsPageOne;

  /** All requests, in order. */
  final List<String> requests = new ArrayList<>();

  int inFlight;
  int mostInFlight;
  int canceled;

  FakeWorkflow(VirtualTime time) {
    this.time = time;
  }

  /** Adds a run before all others. */
  void add(String id, Duration end) {
    ids.add(0, id);
    ends.put(id, end);
  }

  static Run run(String id, RunStatus status) {
    return run(id, status, "{}");
  }

  static Run run(String id, RunStatus status, String output) {
    return Run.builder()
        .id(id)
        .status(status)
        .origin(RunOrigin.TEST)
        .output(JsonValue.parse(output.replace('\'', '"')).asMap())
        .appId("a")
        .workflowAppId("a")
        .workflowId("w")
        .build();
  }

  private Run now(String id) {
    Supplier<Run> own = shown.get(id);
    if (own != null) {
      return own.get();
    }
    boolean isEnded = requireNonNull(ends.get(id)).compareTo(time.elapsed()) <= 0;
    return run(id, isEnded ? RunStatus.COMPLETED : RunStatus.RUNNING);
  }

  @Override
  public CompletableFuture<Run> get(String id, GetRunOptions options) {
    String request = options.verbose().isEmpty() ? id : id + " verbose";
    return answer(
        request,
        () -> {
          if (!ends.containsKey(id) && !shown.containsKey(id)) {
            throw CortexApiException.builder("GET /" + id, 404, "no such run").build();
          }
          Run run = now(id);
          return options.verbose().isEmpty() ? run : run.toBuilder().error("verbose").build();
        });
  }

  @Override
  public CompletableFuture<ListedRuns> list(int page) {
    return answer("page " + page, () -> page(page));
  }

  private ListedRuns page(int asked) {
    int page = asked - firstPage;
    if (page < 0) {
      if (!repeatsPageOne) {
        throw CortexApiException.builder("GET /runs", 422, "page must be at least 1").build();
      }
      page = 0;
    }
    int from = Math.min(ids.size(), page * TAKE);
    List<String> listed = ids.subList(from, Math.min(ids.size(), from + TAKE));
    return new ListedRuns(
        listed.stream().filter(id -> !unread.contains(id)).map(this::now).toList(),
        new HashSet<>(listed.stream().filter(unread::contains).toList()));
  }

  private <T> CompletableFuture<T> answer(String request, Supplier<T> answer) {
    requests.add(request);
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
    CompletableFuture<T> future = new CompletableFuture<>();
    Runnable cancel =
        time.schedule(
            latency.get(),
            () -> {
              Throwable fault = faults.apply(request);
              try {
                if (fault != null) {
                  future.completeExceptionally(fault);
                } else {
                  future.complete(answer.get());
                }
              } catch (CortexException e) {
                future.completeExceptionally(e);
              }
            });
    CompletableFuture<?> unused =
        future.whenComplete(
            (value, failure) -> {
              inFlight--;
              cancel.run();
              canceled += future.isCancelled() ? 1 : 0;
            });
    return future;
  }
}
