package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.PageNumbering;
import ai.withcortex.testing.store.PageWindow;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Defines how a {@link CortexSandbox} splits a list into pages and describes the pages in headers.
 * The API documentation leaves much of this open, so code that reads pages should cope with every
 * variant.
 *
 * <pre>{@code
 * PagingBehaviour fromZero = PagingBehaviour.standard().firstPage(0).repeatsLastPage();
 * PagingBehaviour stubborn = PagingBehaviour.standard().ignoresTake(30).answersPageZero();
 * PagingBehaviour silent = PagingBehaviour.standard().hidesPage().hidesTake().hidesCount();
 * }</pre>
 *
 * <p>Each method returns a copy of this behavior with one change. If two calls change the same
 * thing, the last call wins. Immutable.
 */
public final class PagingBehaviour {
  /** Determines the number to send in a header. */
  private interface HeaderRule {
    HeaderRule ACTUAL = (actual, asked) -> actual;
    HeaderRule ECHO = (actual, asked) -> asked;
    HeaderRule NONE = (actual, asked) -> null;

    /**
     * Returns a rule that adds a difference to the actual number. The result is never below 0,
     * because a count cannot be negative.
     */
    static HeaderRule offBy(int difference) {
      return (actual, asked) -> Math.max(0, actual + difference);
    }

    /** Returns the value of the header, or null if the header is not sent. */
    @Nullable Long value(long actual, long asked);
  }

  static final int GREATEST_TAKE = 200;

  private static final PagingBehaviour STANDARD =
      new PagingBehaviour(
          PageNumbering.STANDARD,
          cut(GREATEST_TAKE),
          HeaderRule.ACTUAL,
          HeaderRule.ACTUAL,
          HeaderRule.ACTUAL);

  private final PageNumbering numbers;
  private final IntUnaryOperator take;
  private final HeaderRule pageHeader;
  private final HeaderRule takeHeader;
  private final HeaderRule countHeader;

  private PagingBehaviour(
      PageNumbering numbers,
      IntUnaryOperator take,
      HeaderRule pageHeader,
      HeaderRule takeHeader,
      HeaderRule countHeader) {
    this.numbers = numbers;
    this.take = take;
    this.pageHeader = pageHeader;
    this.takeHeader = takeHeader;
    this.countHeader = countHeader;
  }

  /** Returns the default behavior; see {@link CortexSandbox}. */
  public static PagingBehaviour standard() {
    return STANDARD;
  }

  /**
   * Limits {@code take} to the given maximum. The {@code pagination-take} header contains the
   * limited value unless {@link #hidesTake} or {@link #echoesTake} changes that.
   *
   * @param greatest the maximum, at least 1
   */
  public PagingBehaviour greatestTake(int greatest) {
    return with(cut(Preconditions.requireAtLeast("greatest", 1, greatest)));
  }

  /**
   * Puts the given number of runs on each page, ignoring the requested {@code take}.
   *
   * @param size the number of runs per page, at least 1
   */
  public PagingBehaviour ignoresTake(int size) {
    Preconditions.requireAtLeast("size", 1, size);
    return with(asked -> size);
  }

  /** Responds to every request with the first page. */
  public PagingBehaviour ignoresPage() {
    return with(numbers.ignored());
  }

  /**
   * Numbers the pages starting with the given number. A request that does not specify a page gets
   * the first page.
   *
   * @param first the number of the first page, 0 or 1
   */
  public PagingBehaviour firstPage(int first) {
    return with(numbers.from(Preconditions.require("first", 0, 1, first)));
  }

  /**
   * Treats page 0 as the first page when page numbers start at 1, instead of rejecting it with
   * status 422.
   */
  public PagingBehaviour answersPageZero() {
    return with(numbers.knowingZero());
  }

  /** Responds to a request for a page past the end with the last page instead of an empty page. */
  public PagingBehaviour repeatsLastPage() {
    return with(numbers.repeatingLast());
  }

  /** Omits the {@code pagination-page} header. */
  public PagingBehaviour hidesPage() {
    return withPageHeader(HeaderRule.NONE);
  }

  /**
   * Sends the requested page number as {@code pagination-page}, even if the response contains a
   * different page.
   */
  public PagingBehaviour echoesPage() {
    return withPageHeader(HeaderRule.ECHO);
  }

  /** Sends a {@code pagination-page} that is off by the given difference but never below 0. */
  public PagingBehaviour tellsPageOffBy(int difference) {
    return withPageHeader(HeaderRule.offBy(difference));
  }

  /** Omits the {@code pagination-take} header. */
  public PagingBehaviour hidesTake() {
    return withTakeHeader(HeaderRule.NONE);
  }

  /**
   * Sends the requested {@code take} as {@code pagination-take}, even if pages have a different
   * size.
   */
  public PagingBehaviour echoesTake() {
    return withTakeHeader(HeaderRule.ECHO);
  }

  /** Sends a {@code pagination-take} that is off by the given difference but never below 0. */
  public PagingBehaviour tellsTakeOffBy(int difference) {
    return withTakeHeader(HeaderRule.offBy(difference));
  }

  /** Omits the {@code pagination-count} header. */
  public PagingBehaviour hidesCount() {
    return withCountHeader(HeaderRule.NONE);
  }

  /** Sends a {@code pagination-count} that is off by the given difference but never below 0. */
  public PagingBehaviour tellsCountOffBy(int difference) {
    return withCountHeader(HeaderRule.offBy(difference));
  }

  /** Returns the number of the page for a request that does not specify a page. */
  int firstPage() {
    return numbers.first();
  }

  /** Returns the smallest accepted page number. */
  int leastPage() {
    return numbers.least();
  }

  /** Returns a function from the size of a list to the part of the list to respond with. */
  IntFunction<PageWindow> window(int askedPage, int askedTake) {
    int size = take.applyAsInt(askedTake);
    return count -> {
      int page = numbers.answered(askedPage, Math.max(0, count - 1) / size);
      return new PageWindow(page, size, (page - (long) numbers.first()) * size, count);
    };
  }

  /** Adds the pagination headers to a response. */
  void addHeaders(SandboxResponse response, PageWindow window, int askedPage, int askedTake) {
    addHeader(response, "pagination-page", pageHeader.value(window.page(), askedPage));
    addHeader(response, "pagination-take", takeHeader.value(window.take(), askedTake));
    addHeader(response, "pagination-count", countHeader.value(window.count(), window.count()));
  }

  private static void addHeader(SandboxResponse response, String name, @Nullable Long value) {
    if (value != null) {
      response.header(name, value);
    }
  }

  private static IntUnaryOperator cut(int greatest) {
    return asked -> Math.min(asked, greatest);
  }

  private PagingBehaviour with(PageNumbering numbers) {
    return new PagingBehaviour(numbers, take, pageHeader, takeHeader, countHeader);
  }

  private PagingBehaviour with(IntUnaryOperator take) {
    return new PagingBehaviour(numbers, take, pageHeader, takeHeader, countHeader);
  }

  private PagingBehaviour withPageHeader(HeaderRule rule) {
    return new PagingBehaviour(numbers, take, rule, takeHeader, countHeader);
  }

  private PagingBehaviour withTakeHeader(HeaderRule rule) {
    return new PagingBehaviour(numbers, take, pageHeader, rule, countHeader);
  }

  private PagingBehaviour withCountHeader(HeaderRule rule) {
    return new PagingBehaviour(numbers, take, pageHeader, takeHeader, rule);
  }
}
