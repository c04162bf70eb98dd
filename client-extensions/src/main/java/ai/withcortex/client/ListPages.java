package ai.withcortex.client;

import ai.withcortex.client.internal.ClientSource;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PageRequest;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.PartialList;
import ai.withcortex.core.parameter.OptionalParameter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Fetches the pages of a list. Every request includes all parameters of the query. */
final class ListPages<T> implements PageSource<T>, ClientSource {
  private static final int FIRST_PAGE = 1;
  private static final int TAKE = 100;

  private final Caller caller;

  /** The kind of the list in the first line, then what tells it from others of its kind. */
  private final String key;

  private final @Nullable Integer page;
  private final @Nullable Integer take;
  private final BiFunction<Integer, Integer, Call<List<T>>> call;
  private final Function<T, String> id;
  private final PageNumbers numbers;

  /**
   * @param key identifies the list; see {@link #key}
   * @param page the page of the query with which the list starts, or null for the first one
   * @param take the take of the query, or null if it sets none
   * @param call makes the call for a page number and a take, with all other parameters
   * @param id returns what identifies an item
   */
  ListPages(
      Caller caller,
      String key,
      @Nullable Integer page,
      @Nullable Integer take,
      BiFunction<Integer, Integer, Call<List<T>>> call,
      Function<T, String> id) {
    this.caller = caller;
    this.key = key;
    this.page = page;
    this.take = take;
    this.call = call;
    this.id = id;
    String kind = key.substring(0, key.indexOf('\n'));
    numbers = page == null ? caller.context.numbers(kind) : PageNumbers.startingAt(FIRST_PAGE);
  }

  /**
   * Returns what identifies a list: equal for lists of the same items in the same detail, and
   * different for all others. Checkpoints contain a hash of it, so the text must stay the same.
   *
   * @param kind what is listed, such as {@code runs}; each kind has its own endpoint
   * @param query all parameters that determine which items are listed and in how much detail,
   *     without the page and the take
   * @param ids the IDs in the path
   */
  static <Q> String key(
      String kind, List<OptionalParameter<Q>> parameters, Q query, String... ids) {
    StringBuilder lengths = new StringBuilder();
    for (String id : ids) {
      lengths.append(lengths.length() == 0 ? "" : " ").append(id.length());
    }
    return kind
        + "\n"
        + lengths
        + "\n"
        + String.join("\n", ids)
        + OptionalParameter.identity(parameters, query);
  }

  PagedIterable<T> list() {
    return PagedIterables.of(this, firstPage(), take == null ? TAKE : take);
  }

  /** Returns the number of the page with which the list starts; 1 may mean page 0. */
  int firstPage() {
    return page == null ? FIRST_PAGE : page;
  }

  @Override
  public Page<T> fetch(PageRequest request) {
    return page(request, caller.context.transport.execute(call(request), limits(request)));
  }

  @Override
  public CompletableFuture<Page<T>> fetchAsync(PageRequest request) {
    return caller
        .context
        .transport
        .executeAsync(call(request), limits(request))
        .thenApply(response -> page(request, response));
  }

  private Call<List<T>> call(PageRequest request) {
    Call<List<T>> made = call.apply(request.number(), request.take());
    request.countIf(made::isExecuted);
    return made;
  }

  private CallLimits limits(PageRequest request) {
    return caller.limits(request.limits().acceptingUnread());
  }

  private static <T> Page<T> page(PageRequest request, ApiResponse<List<T>> response) {
    PartialList<T> items = PartialList.of(response.body());
    Long page = number(response, "pagination-page", Integer.MAX_VALUE);
    Long effectiveTake = number(response, "pagination-take", Integer.MAX_VALUE);
    return Page.<T>builder()
        .items(items)
        .unread(items.unread())
        .number(page == null ? request.number() : Math.toIntExact(page))
        .take(effectiveTake == null ? request.take() : Math.toIntExact(effectiveTake))
        .isTakeConfirmed(effectiveTake != null)
        .totalCount(number(response, "pagination-count", Long.MAX_VALUE))
        .bytes(items.bytes())
        .headers(response.headers())
        .build();
  }

  @Override
  public String identity(T item) {
    return id.apply(item);
  }

  @Override
  public PageNumbers numbers() {
    return numbers;
  }

  @Override
  public OpenWaits waits() {
    return caller.context.waits;
  }

  @Override
  public String query() {
    return key;
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
