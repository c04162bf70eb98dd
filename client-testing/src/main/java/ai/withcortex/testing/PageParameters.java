package ai.withcortex.testing;

import ai.withcortex.core.parameter.OptionalParameter;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.PageWindow;
import java.math.BigDecimal;
import java.util.List;

/** The page that a request for a list asks for. */
final class PageParameters {
  static final int DEFAULT_TAKE = 20;

  private final PagingBehaviour behaviour;
  private final int page;
  private final int take;

  private PageParameters(PagingBehaviour behaviour, int page, int take) {
    this.behaviour = behaviour;
    this.page = page;
    this.take = take;
  }

  /**
   * Validates all parameters of a list and reads those of the page. The result is meaningless if
   * the validator finds errors.
   */
  static PageParameters read(
      QueryValidator query,
      List<? extends OptionalParameter<?>> parameters,
      PagingBehaviour behaviour) {
    for (OptionalParameter<?> parameter : parameters) {
      boolean isPage = parameter.name().equals("page");
      query.check(parameter, isPage ? BigDecimal.valueOf(behaviour.leastPage()) : null);
    }
    int page = query.integer("page", behaviour.firstPage());
    int take = query.integer("take", DEFAULT_TAKE);
    query.requireWellFormed();
    return new PageParameters(behaviour, page, take);
  }

  /** Returns the part of a list with the given size to respond with. */
  PageWindow window(int count) {
    return behaviour.window(page, take).apply(count);
  }

  /** Adds the pagination headers to a response. */
  SandboxResponse addHeaders(SandboxResponse response, PageWindow window) {
    behaviour.addHeaders(response, window, page, take);
    return response;
  }
}
