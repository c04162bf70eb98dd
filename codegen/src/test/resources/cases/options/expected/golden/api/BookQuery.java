// Generated from "Options" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.Delimited;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.Genre;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The optional parameters of {@code listBooks}.
 *
 * <p>Lists the books of a shelf.
 */
@Value.Immutable
public abstract class BookQuery {
  /** What the spec says about each parameter; unmodifiable. */
  public static final List<OptionalParameter<BookQuery>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<BookQuery>named("genre", BookQuery::genre)
                  .choices("novel", "poem", "any")
                  .build(),
              OptionalParameter.<BookQuery>named("author_id", BookQuery::authorId)
                  .repeated()
                  .sizes(1, 9)
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("1")
                  .maximum("9223372036854775807")
                  .build(),
              OptionalParameter.<BookQuery>named("sizes", BookQuery::sizes)
                  .joinedBy(',')
                  .sizes(2, 2147483647)
                  .kind(OptionalParameter.Kind.NUMBER)
                  .build(),
              OptionalParameter.<BookQuery>named("genres", BookQuery::genres)
                  .joinedBy('|')
                  .choices("novel", "poem", "any")
                  .build(),
              OptionalParameter.<BookQuery>named("take", BookQuery::take)
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("1")
                  .maximum("200")
                  .build(),
              OptionalParameter.<BookQuery>named("rating", BookQuery::rating)
                  .kind(OptionalParameter.Kind.NUMBER)
                  .minimum("0.5")
                  .maximum("5")
                  .build(),
              OptionalParameter.<BookQuery>named("lent", BookQuery::lent)
                  .choices("true", "false")
                  .build(),
              OptionalParameter.<BookQuery>named("since", BookQuery::since).build(),
              OptionalParameter.<BookQuery>named("default", BookQuery::defaultValue).build(),
              OptionalParameter.<BookQuery>named("reader_id", BookQuery::readerId).build(),
              OptionalParameter.<BookQuery>named("X-Request-Id", BookQuery::xRequestId)
                  .inHeader()
                  .build()));

  BookQuery() {}

  /** Returns a builder with no parameter set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Lists only the books of this genre. Null omits it. */
  public abstract @Nullable Genre genre();

  /** Lists only the books of these authors. Empty omits it. */
  public abstract List<Long> authorId();

  /** {@code sizes}. Empty omits it. */
  public abstract List<BigDecimal> sizes();

  /** {@code genres}. Empty omits it. */
  public abstract List<Genre> genres();

  /** Number of books. Null omits it. */
  public abstract @Nullable Integer take();

  /** {@code rating}. Null omits it. */
  public abstract @Nullable Double rating();

  /** {@code lent}. Null omits it, which means {@code false}. */
  public abstract @Nullable Boolean lent();

  /** {@code since}. Null omits it. */
  public abstract @Nullable Instant since();

  /** What to sort by. Null omits it. */
  @Deprecated
  public abstract @Nullable String defaultValue();

  /** {@code reader_id}. Null omits it. */
  public abstract @Nullable String readerId();

  /**
   * Stands in the server's log. Null omits it.
   *
   * @since 1.5.0
   */
  public abstract @Nullable String xRequestId();

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param retrofitApi The interface with the method.
   * @param shelfId ID of the shelf.
   * @param api Which of the two catalogues.
   */
  @SuppressWarnings("overloads") // The type of the interface selects the method.
  public final Call<@Nullable Void> call(BooksApi retrofitApi, String shelfId, String api) {
    return retrofitApi.listBooks(
        shelfId,
        api,
        genre(),
        authorId(),
        Delimited.of(sizes()),
        Delimited.of(genres()),
        take(),
        rating(),
        lent(),
        since(),
        defaultValue(),
        readerId(),
        xRequestId());
  }

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param retrofitApi The interface with the method.
   * @param shelfId ID of the shelf.
   * @param api Which of the two catalogues.
   */
  @SuppressWarnings("overloads") // The type of the interface selects the method.
  public final Call<@Nullable Void> call(SearchApi retrofitApi, String shelfId, String api) {
    return retrofitApi.listBooks(
        shelfId,
        api,
        genre(),
        authorId(),
        Delimited.of(sizes()),
        Delimited.of(genres()),
        take(),
        rating(),
        lent(),
        since(),
        defaultValue(),
        readerId(),
        xRequestId());
  }

  /** Returns a builder with the parameters of this value. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects values outside the limits of the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /** Shows enums, numbers, times and IDs, and only the size of everything else. */
  @Override
  public final String toString() {
    return ModelText.of("BookQuery")
        .add("genre", genre())
        .add("authorId", authorId())
        .add("sizes", sizes())
        .add("genres", genres())
        .add("take", take())
        .add("rating", rating())
        .add("lent", lent())
        .add("since", since())
        .add("defaultValue", defaultValue())
        .identity("readerId", readerId())
        .add("xRequestId", xRequestId())
        .toString();
  }

  /** Builds a {@link BookQuery}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableBookQuery.Builder {
    Builder() {}
  }
}
