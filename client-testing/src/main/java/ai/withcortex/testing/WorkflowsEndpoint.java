package ai.withcortex.testing;

import ai.withcortex.api.GetVersionOptions;
import ai.withcortex.api.GetWorkflowOptions;
import ai.withcortex.api.ListVersionsOptions;
import ai.withcortex.api.ListWorkflowsOptions;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.PageWindow;
import ai.withcortex.testing.store.RunStore;
import ai.withcortex.testing.store.WorkflowCatalog;
import ai.withcortex.testing.store.WorkflowJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists and gets the workflows of existing apps and their versions. */
final class WorkflowsEndpoint {
  private final RunStore store;
  private final WorkflowCatalog catalog;

  WorkflowsEndpoint(RunStore store, WorkflowCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  SandboxResponse list(Route route, QueryValidator query, PagingBehaviour paging) {
    PageParameters page = PageParameters.read(query, ListWorkflowsOptions.PARAMETERS, paging);
    String search = query.value("search", "").toLowerCase(Locale.ROOT);
    String tag = query.value("tags", "");
    List<Workflow> workflows = new ArrayList<>();
    for (String id : store.workflowIds(route.appId())) {
      Workflow workflow = catalog.workflow(route.appId(), id);
      if (isFound(search, workflow) && (tag.isEmpty() || isTagged(tag, workflow.tags()))) {
        workflows.add(0, workflow);
      }
    }
    return page(query, page, workflows, workflow -> json(route.appId(), workflow));
  }

  SandboxResponse get(Route route, QueryValidator query) {
    query.checkAll(GetWorkflowOptions.PARAMETERS);
    return query.errors().isEmpty()
        ? SandboxResponse.ok(
            json(route.appId(), catalog.workflow(route.appId(), route.workflowId())))
        : SandboxResponse.invalid(query.errors());
  }

  SandboxResponse listVersions(Route route, QueryValidator query, PagingBehaviour paging) {
    PageParameters page = PageParameters.read(query, ListVersionsOptions.PARAMETERS, paging);
    List<WorkflowVersion> versions = catalog.versions(route.appId(), route.workflowId());
    return page(query, page, versions, WorkflowJson::of);
  }

  SandboxResponse getVersion(Route route, QueryValidator query) {
    query.checkAll(GetVersionOptions.PARAMETERS);
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    WorkflowVersion version = catalog.version(route.appId(), route.workflowId(), route.elementId());
    return version == null
        ? SandboxResponse.error(404, "Version not found: " + route.elementId())
        : SandboxResponse.ok(WorkflowJson.of(version));
  }

  private String json(String appId, Workflow workflow) {
    List<WorkflowVersion> versions = catalog.versions(appId, workflow.id());
    WorkflowVersion newest = versions.isEmpty() ? null : versions.get(0);
    return WorkflowJson.of(workflow, newest, store.count(appId, workflow.id()));
  }

  private static <T> SandboxResponse page(
      QueryValidator query, PageParameters page, List<T> items, Function<T, String> json) {
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    PageWindow window = page.window(items.size());
    String body =
        items.subList(window.from(), window.to()).stream()
            .map(json)
            .collect(Collectors.joining(",", "[", "]"));
    return page.addHeaders(SandboxResponse.ok(body), window);
  }

  private static boolean isFound(String search, Workflow workflow) {
    return contains(workflow.id(), search)
        || contains(workflow.name(), search)
        || contains(workflow.description(), search);
  }

  private static boolean contains(@Nullable String text, String search) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(search);
  }

  private static boolean isTagged(String tag, @Nullable JsonValue tags) {
    JsonValue wanted = JsonValue.of(tag);
    return tags != null
        && (tags.equals(wanted)
            || (tags.kind() == JsonValue.Kind.ARRAY && tags.asList().contains(wanted)));
  }
}
