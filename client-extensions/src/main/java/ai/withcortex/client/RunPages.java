package ai.withcortex.client;

import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.internal.ClientSource;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PageRequest;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.PartialList;
import ai.withcortex.core.parameter.OptionalParameter;
import ai.withcortex.model.Run;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Fetches pages of runs. Every request includes all parameters of the query. */
final class RunPages implements PageSource<Run>, ClientSource {
  private final Caller caller;
  private final RunsApi api;
  private final String appId;
  private final String workflowId;
  private final RunQuery query;
  private final PageNumbers numbers;

  RunPages(Caller caller, String appId, String workflowId, RunQuery query, PageNumbers numbers) {
    this.caller = caller;
    this.api = caller.context.transport.api(RunsApi.class);
    this.appId = appId;
    this.workflowId = workflowId;
    this.query = query;
    this.numbers = numbers;
  }

  @Override
  public Page<Run> fetch(PageRequest request) {
    return page(request, caller.context.transport.execute(call(request), limits(request)));
  }

  @Override
  public CompletableFuture<Page<Run>> fetchAsync(PageRequest request) {
    return caller
        .context
        .transport
        .executeAsync(call(request), limits(request))
        .thenApply(response -> page(request, response));
  }

  private Call<List<Run>> call(PageRequest request) {
    RunQuery page = query.toBuilder().page(request.number()).take(request.take()).build();
    Call<List<Run>> call = page.call(api, appId, workflowId);
    request.countIf(call::isExecuted);
    return call;
  }

  private CallLimits limits(PageRequest request) {
    return caller.limits(request.limits().acceptingUnread());
  }

  private static Page<Run> page(PageRequest request, ApiResponse<List<Run>> response) {
    PartialList<Run> runs = PartialList.of(response.body());
    Long page = number(response, "pagination-page", Integer.MAX_VALUE);
    Long effectiveTake = number(response, "pagination-take", Integer.MAX_VALUE);
    return Page.<Run>builder()
        .items(runs)
        .unread(runs.unread())
        .number(page == null ? request.number() : Math.toIntExact(page))
        .take(effectiveTake == null ? request.take() : Math.toIntExact(effectiveTake))
        .isTakeConfirmed(effectiveTake != null)
        .totalCount(number(response, "pagination-count", Long.MAX_VALUE))
        .bytes(runs.bytes())
        .headers(response.headers())
        .build();
  }

  @Override
  public String identity(Run run) {
    return run.id();
  }

  @Override
  public PageNumbers numbers() {
    return numbers;
  }

  @Override
  public OpenWaits waits() {
    return caller.context.waits;
  }

  /** Returns all parameters that determine which runs are listed and in how much detail. */
  @Override
  public String query() {
    RunQuery all = query.toBuilder().page(null).take(null).build();
    return String.join("\n", "runs", appId.length() + " " + workflowId.length(), appId, workflowId)
        + OptionalParameter.identity(RunQuery.PARAMETERS, all);
  }

  /** Returns the value of a header, or null if it is missing or is not a plausible number. */
  private static @Nullable Long number(ApiResponse<?> response, String header, long greatest) {
    String value = response.header(header);
    if (value == null || !value.matches("[0-9]{1,18}")) {
      return null;
    }
    Long number = Long.valueOf(value);
    return number <= greatest ? number : null;
  }
}
