package ai.withcortex.client;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.internal.awaiting.ListedRuns;
import ai.withcortex.client.internal.awaiting.RunSource;
import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.PartialList;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Requests awaited runs of a workflow. Two instances are equal if their requests are for the same
 * workflow and have the same credentials.
 */
final class AwaitedRuns implements RunSource {
  private static final int TAKE = 100;

  private final Caller caller;
  private final String appId;
  private final String workflowId;

  AwaitedRuns(Caller caller, String appId, String workflowId) {
    this.caller = caller;
    this.appId = appId;
    this.workflowId = workflowId;
  }

  @Override
  public CompletableFuture<Run> get(String id, GetRunOptions options) {
    return caller.callAsync(RunsApi.class, api -> options.call(api, appId, workflowId, id));
  }

  @Override
  public CompletableFuture<ListedRuns> list(int page) {
    RunQuery query = RunQuery.builder().page(page).take(TAKE).build();
    RunsApi api = caller.context.transport.api(RunsApi.class);
    Call<List<Run>> call = query.call(api, appId, workflowId);
    CompletableFuture<ApiResponse<List<Run>>> sent =
        caller.context.transport.executeAsync(
            call, caller.limits(CallLimits.NONE.acceptingUnread()));
    return Caller.then(sent, response -> listed(PartialList.of(response.body())));
  }

  private static ListedRuns listed(PartialList<Run> runs) {
    Set<String> unread = new HashSet<>();
    for (UnreadElement element : runs.unread()) {
      JsonValue id = element.json().get("id");
      if (id != null && id.kind() == JsonValue.Kind.STRING) {
        unread.add(id.asString());
      }
    }
    return new ListedRuns(runs, unread);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof AwaitedRuns)) {
      return false;
    }
    AwaitedRuns that = (AwaitedRuns) other;
    return caller.credentials == that.caller.credentials
        && appId.equals(that.appId)
        && workflowId.equals(that.workflowId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(appId, workflowId, System.identityHashCode(caller.credentials));
  }
}
