package ai.withcortex.client;

import ai.withcortex.api.RunsApi;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunOriginFilter;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunStatusFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches pages of runs: every request has all filters of the query. */
final class RunPages implements PageSource<Run> {
  private final CortexTransport transport;
  private final RunsApi api;
  private final String appId;
  private final String workflowId;
  private final RunQuery query;

  RunPages(CortexTransport transport, String appId, String workflowId, RunQuery query) {
    this.transport = transport;
    this.api = transport.api(RunsApi.class);
    this.appId = appId;
    this.workflowId = workflowId;
    this.query = query;
  }

  @Override
  public Page<Run> fetch(int number, int take) {
    RunStatus status = query.status();
    RunOrigin origin = query.origin();
    ApiResponse<List<Run>> response =
        transport.execute(
            api.listRuns(
                appId,
                workflowId,
                query.verbose(),
                origin == null ? null : RunOriginFilter.of(origin.value()),
                status == null ? null : RunStatusFilter.of(status.value()),
                number,
                take,
                query.next()));
    Long page = number(response, "pagination-page", Integer.MAX_VALUE);
    Long effectiveTake = number(response, "pagination-take", Integer.MAX_VALUE);
    return Page.<Run>builder()
        .items(response.body())
        .number(page == null ? number : Math.toIntExact(page))
        .take(effectiveTake == null ? take : Math.toIntExact(effectiveTake))
        .isTakeConfirmed(effectiveTake != null)
        .totalCount(number(response, "pagination-count", Long.MAX_VALUE))
        .headers(response.headers())
        .build();
  }

  /** The value of a header; null if it is missing or no number that can be meant. */
  private static @Nullable Long number(ApiResponse<?> response, String header, long greatest) {
    String value = response.header(header);
    if (value == null || !value.matches("[0-9]{1,18}")) {
      return null;
    }
    Long number = Long.valueOf(value);
    return number <= greatest ? number : null;
  }
}
