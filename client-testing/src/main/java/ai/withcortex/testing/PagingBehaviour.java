package ai.withcortex.testing;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link CortexSandbox} cuts a list into pages and what it tells of them. The API
 * documentation leaves much of this open, so code that reads pages should bear all of it.
 *
 * <pre>{@code
 * PagingBehaviour fromZero = PagingBehaviour.standard().firstPage(0).repeatsLastPage();
 * PagingBehaviour stubborn = PagingBehaviour.standard().ignoresTake(30).answersPageZero();
 * PagingBehaviour silent = PagingBehaviour.standard().hidesPage().hidesTake().hidesCount();
 * }</pre>
 *
 * <p>Each method returns this behaviour with one thing changed; of two about the same thing, the
 * last one counts. Immutable.
 */
public final class PagingBehaviour {
  /** What a server tells of a number in a header. */
  private interface HeaderRule {
    HeaderRule ACTUAL = (actual, asked) -> actual;
    HeaderRule ECHO = (actual, asked) -> asked;
    HeaderRule NONE = (actual, asked) -> null;

    /** Another number than the true one, though none below 0, which would be no count at all. */
    static HeaderRule offBy(int difference) {
      return (actual, asked) -> Math.max(0, actual + difference);
    }

    /** Returns the value of the header; null if it is not sent. */
    @Nullable Long tell(long actual, long asked);
  }

  private static final PagingBehaviour STANDARD =
      new PagingBehaviour(
          PageNumbers.STANDARD,
          cut(RunsParameters.GREATEST_TAKE),
          HeaderRule.ACTUAL,
          HeaderRule.ACTUAL,
          HeaderRule.ACTUAL);

  private final PageNumbers numbers;
  private final IntUnaryOperator take;
  private final HeaderRule pageHeader;
  private final HeaderRule takeHeader;
  private final HeaderRule countHeader;

  private PagingBehaviour(
      PageNumbers numbers,
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

  /** What a sandbox does unless told otherwise, see {@link CortexSandbox}. */
  public static PagingBehaviour standard() {
    return STANDARD;
  }

  /**
   * Cuts a greater {@code take} down to this. The header {@code pagination-take} tells that, unless
   * {@link #hidesTake} or {@link #echoesTake} says otherwise.
   *
   * @param greatest at least 1
   */
  public PagingBehaviour greatestTake(int greatest) {
    return with(cut(Bounds.requireAtLeast("greatest", 1, greatest)));
  }

  /**
   * Puts so many runs on each page, whatever {@code take} says.
   *
   * @param size at least 1
   */
  public PagingBehaviour ignoresTake(int size) {
    Bounds.requireAtLeast("size", 1, size);
    return with(asked -> size);
  }

  /** Answers every request with the first page. */
  public PagingBehaviour ignoresPage() {
    return with(numbers.ignored());
  }

  /**
   * Counts pages from this number on, which is also the page of a request that asks for none.
   *
   * @param first 0 or 1
   */
  public PagingBehaviour firstPage(int first) {
    return with(numbers.from(Bounds.require("first", 0, 1, first)));
  }

  /** Takes page 0 for the first one rather than refuse it with 422 if pages count from 1. */
  public PagingBehaviour answersPageZero() {
    return with(numbers.knowingZero());
  }

  /** Answers with the last page, rather than with an empty one, if a request asks for a later. */
  public PagingBehaviour repeatsLastPage() {
    return with(numbers.repeatingLast());
  }

  /** Sends no {@code pagination-page}. */
  public PagingBehaviour hidesPage() {
    return withPageHeader(HeaderRule.NONE);
  }

  /** Sends the page of the request as {@code pagination-page}, whichever page it answers with. */
  public PagingBehaviour echoesPage() {
    return withPageHeader(HeaderRule.ECHO);
  }

  /** Sends a {@code pagination-page} that is off by so much, though never below 0. */
  public PagingBehaviour tellsPageOffBy(int difference) {
    return withPageHeader(HeaderRule.offBy(difference));
  }

  /** Sends no {@code pagination-take}. */
  public PagingBehaviour hidesTake() {
    return withTakeHeader(HeaderRule.NONE);
  }

  /** Sends the take of the request as {@code pagination-take}, however many a page holds. */
  public PagingBehaviour echoesTake() {
    return withTakeHeader(HeaderRule.ECHO);
  }

  /** Sends a {@code pagination-take} that is off by so much, though never below 0. */
  public PagingBehaviour tellsTakeOffBy(int difference) {
    return withTakeHeader(HeaderRule.offBy(difference));
  }

  /** Sends no {@code pagination-count}. */
  public PagingBehaviour hidesCount() {
    return withCountHeader(HeaderRule.NONE);
  }

  /** Sends a {@code pagination-count} that is off by so much, though never below 0. */
  public PagingBehaviour tellsCountOffBy(int difference) {
    return withCountHeader(HeaderRule.offBy(difference));
  }

  /** The page of a request that asks for none. */
  int firstPage() {
    return numbers.first();
  }

  /** The least number that is not refused. */
  int leastPage() {
    return numbers.least();
  }

  /** Which part of a list of that size is the answer. */
  PageWindow window(int askedPage, int askedTake, int count) {
    int size = take.applyAsInt(askedTake);
    int page = numbers.answered(askedPage, Math.max(0, count - 1) / size);
    return new PageWindow(page, size, (page - (long) numbers.first()) * size, count);
  }

  /** Adds the headers of a page to an answer. */
  void tell(Answer answer, PageWindow window, int askedPage, int askedTake) {
    tell(answer, "pagination-page", pageHeader.tell(window.page(), askedPage));
    tell(answer, "pagination-take", takeHeader.tell(window.take(), askedTake));
    tell(answer, "pagination-count", countHeader.tell(window.count(), window.count()));
  }

  private static void tell(Answer answer, String name, @Nullable Long value) {
    if (value != null) {
      answer.header(name, value);
    }
  }

  private static IntUnaryOperator cut(int greatest) {
    return asked -> Math.min(asked, greatest);
  }

  private PagingBehaviour with(PageNumbers numbers) {
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
