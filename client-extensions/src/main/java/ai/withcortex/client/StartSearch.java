package ai.withcortex.client;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PageRequest;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.StartRunRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import retrofit2.Call;

/** Looks for the run that a start or a replay may have created. Immutable and thread-safe. */
final class StartSearch {
  /** Small, because the run is probably one of the newest, and versions are large. */
  private static final int TAKE = 20;

  private static final WalkOptions OPTIONS = WalkOptions.builder().faults(FaultPolicy.SKIP).build();

  private final Caller caller;
  private final String appId;
  private final String workflowId;
  private final @Nullable Map<String, JsonValue> input;
  private final @Nullable JsonValue version;

  /** The ID of the run to replay; null for a start. */
  private final @Nullable String replayed;

  private final boolean isInputKnown;

  private final StartTime start = new StartTime();

  private StartSearch(
      Caller caller,
      String appId,
      String workflowId,
      @Nullable Map<String, JsonValue> input,
      @Nullable JsonValue version,
      @Nullable String replayed,
      boolean isInputKnown) {
    this.caller = caller;
    this.appId = appId;
    this.workflowId = workflowId;
    this.input = input;
    this.version = version;
    this.replayed = replayed;
    this.isInputKnown = isInputKnown;
  }

  /** Returns the search for the run of a start that begins now. */
  static StartSearch of(Caller caller, String appId, String workflowId, StartRunRequest request) {
    return new StartSearch(
        caller, appId, workflowId, request.input(), request.workflowVersionId(), null, true);
  }

  /** Returns the search for the run of a replay that begins now. */
  static StartSearch of(
      Caller caller, String appId, String workflowId, String replayed, @Nullable Run initial) {
    Map<String, JsonValue> input = initial == null ? null : initial.input();
    return new StartSearch(caller, appId, workflowId, input, null, replayed, initial != null);
  }

  FoundStarts find() {
    StartedRuns found =
        started(isInputKnown ? input : caller.call(RunsApi.class, this::original).input());
    try (Walk<Run> walk = list(found).walk(OPTIONS)) {
      while (walk.hasNext()) {
        if (!found.take(walk.next())) {
          break;
        }
      }
      return found.result(walk.receipt());
    }
  }

  CompletableFuture<FoundStarts> findAsync() {
    CompletableFuture<FoundStarts> result = new CompletableFuture<>();
    if (isInputKnown) {
      searchFor(started(input), result);
      return result;
    }
    CompletableFuture<Run> original = caller.callAsync(RunsApi.class, this::original);
    CompletableFuture<?> unused =
        original.whenComplete(
            (run, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
              } else {
                searchFor(started(run.input()), result);
              }
            });
    unused = result.whenComplete((any, failure) -> original.cancel(true));
    return result;
  }

  private Call<Run> original(RunsApi api) {
    return GetRunOptions.builder().build().call(api, appId, workflowId, String.valueOf(replayed));
  }

  private StartedRuns started(@Nullable Map<String, JsonValue> input) {
    return new StartedRuns(input, version, replayed, start, TAKE);
  }

  private void searchFor(StartedRuns found, CompletableFuture<FoundStarts> result) {
    Search search = new Search(found, result);
    WalkOptions options = OPTIONS.toBuilder().onEnd(search::end).build();
    list(found).publisher(options).subscribe(search);
  }

  private PagedIterable<Run> list(StartedRuns found) {
    RunsApi api = caller.context.transport.api(RunsApi.class);
    RunQuery all = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();
    ListPages<Run> pages =
        new ListPages<>(
            caller,
            ListPages.key("runs", RunQuery.PARAMETERS, all, appId, workflowId),
            null,
            TAKE,
            (page, take) ->
                all.toBuilder().page(page).take(take).build().call(api, appId, workflowId),
            Run::id);
    return PagedIterables.of(new Received(pages, found), 1, TAKE);
  }

  /** Shows each page to the search before its runs are delivered. */
  private static final class Received implements PageSource<Run> {
    private final ListPages<Run> pages;
    private final StartedRuns found;

    Received(ListPages<Run> pages, StartedRuns found) {
      this.pages = pages;
      this.found = found;
    }

    @Override
    public Page<Run> fetch(PageRequest request) {
      return shown(pages.fetch(request));
    }

    @Override
    public CompletableFuture<Page<Run>> fetchAsync(PageRequest request) {
      return Caller.then(pages.fetchAsync(request), this::shown);
    }

    private Page<Run> shown(Page<Run> page) {
      found.receive(page);
      return page;
    }

    @Override
    public String identity(Run run) {
      return pages.identity(run);
    }

    @Override
    public PageNumbers numbers() {
      return pages.numbers();
    }

    @Override
    public String query() {
      return pages.query();
    }
  }

  /** Reads the list until the runs are older than the start. */
  private static final class Search implements Subscriber<Run> {
    private final StartedRuns found;
    private final CompletableFuture<FoundStarts> result;
    private @Nullable Subscription subscription;
    private volatile @Nullable Receipt receipt;

    Search(StartedRuns found, CompletableFuture<FoundStarts> result) {
      this.found = found;
      this.result = result;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      CompletableFuture<?> unused = result.whenComplete((any, failure) -> subscription.cancel());
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Run run) {
      if (!found.isOver && !found.take(run) && subscription != null) {
        subscription.cancel();
      }
    }

    /** Ends at the end of the list, and after a cancellation, which may come from onNext. */
    void end(Receipt receipt) {
      this.receipt = receipt;
      if (found.isOver) {
        result.complete(found.result(receipt));
      }
    }

    @Override
    public void onError(Throwable failure) {
      result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      Receipt end = receipt;
      if (end != null) {
        result.complete(found.result(end));
      }
    }
  }
}
