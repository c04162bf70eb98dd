package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.PageNumbering;
import ai.withcortex.testing.store.PageWindow;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a {@link CortexSandbox} splits a list into pages and describes them in headers.
 * The API documentation leaves much of this open, so code that reads pages should cope with all
 * variants.
 *
 * <pre>{@code
 * PagingBehaviour fromZero = PagingBehaviour.standard().firstPage(0).repeatsLastPage();
 * PagingBehaviour stubborn = PagingBehaviour.standard().ignoresTake(30).answersPageZero();
 * PagingBehaviour silent = PagingBehaviour.standard().hidesPage().hidesTake().hidesCount();
 * }</pre>
 *
 * <p>Each method returns a copy of this behaviour with one change; if two methods change the same
 * thing, the last one wins. Immutable.
 */
public final class PagingBehaviour {
  /** Decides which number a server sends in a header. */
  private interface HeaderRule {
    HeaderRule ACTUAL = (actual, asked) -> actual;
    HeaderRule ECHO = (actual, asked) -> asked;
    HeaderRule NONE = (actual, asked) -> null;

    /** Returns a number that is off by the difference, but not below 0, which no count can be. */
    static HeaderRule offBy(int difference) {
      return (actual, asked) -> Math.max(0, actual + difference);
    }

    /** Returns the value of the header; null if it is not sent. */
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

  /** Returns the default behaviour, see {@link CortexSandbox}. */
  public static PagingBehaviour standard() {
    return STANDARD;
  }

  /**
   * Limits {@code take} to this maximum. The header {@code pagination-take} contains the limited
   * value, unless {@link #hidesTake} or {@link #echoesTake} changes that.
   *
   * @param greatest at least 1
   */
  public PagingBehaviour greatestTake(int greatest) {
    return with(cut(Preconditions.requireAtLeast("greatest", 1, greatest)));
  }

  /**
   * Puts this many runs on each page and ignores the requested {@code take}.
   *
   * @param size at least 1
   */
  public PagingBehaviour ignoresTake(int size) {
    Preconditions.requireAtLeast("size", 1, size);
    return with(asked -> size);
  }

  /** Answers every request with the first page. */
  public PagingBehaviour ignoresPage() {
    return with(numbers.ignored());
  }

  /**
   * Counts pages from this number, which is also the page for a request without one.
   *
   * @param first 0 or 1
   */
  public PagingBehaviour firstPage(int first) {
    return with(numbers.from(Preconditions.require("first", 0, 1, first)));
  }

  /** Treats page 0 as the first page instead of refusing it with 422, if pages count from 1. */
  public PagingBehaviour answersPageZero() {
    return with(numbers.knowingZero());
  }

  /** Answers a request for a page past the end with the last page instead of an empty one. */
  public PagingBehaviour repeatsLastPage() {
    return with(numbers.repeatingLast());
  }

  /** Omits {@code pagination-page}. */
  public PagingBehaviour hidesPage() {
    return withPageHeader(HeaderRule.NONE);
  }

  /**
   * Sends the requested page as {@code pagination-page}, even if the answer contains another one.
   */
  public PagingBehaviour echoesPage() {
    return withPageHeader(HeaderRule.ECHO);
  }

  /** Sends a {@code pagination-page} that is off by the difference, but not below 0. */
  public PagingBehaviour tellsPageOffBy(int difference) {
    return withPageHeader(HeaderRule.offBy(difference));
  }

  /** Omits {@code pagination-take}. */
  public PagingBehaviour hidesTake() {
    return withTakeHeader(HeaderRule.NONE);
  }

  /** Sends the requested take as {@code pagination-take}, even if pages have another size. */
  public PagingBehaviour echoesTake() {
    return withTakeHeader(HeaderRule.ECHO);
  }

  /** Sends a {@code pagination-take} that is off by the difference, but not below 0. */
  public PagingBehaviour tellsTakeOffBy(int difference) {
    return withTakeHeader(HeaderRule.offBy(difference));
  }

  /** Omits {@code pagination-count}. */
  public PagingBehaviour hidesCount() {
    return withCountHeader(HeaderRule.NONE);
  }

  /** Sends a {@code pagination-count} that is off by the difference, but not below 0. */
  public PagingBehaviour tellsCountOffBy(int difference) {
    return withCountHeader(HeaderRule.offBy(difference));
  }

  /** Returns the page for a request that does not name one. */
  int firstPage() {
    return numbers.first();
  }

  /** Returns the smallest accepted page number. */
  int leastPage() {
    return numbers.least();
  }

  /** Returns which part of a list is the answer, by the size of the list. */
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
