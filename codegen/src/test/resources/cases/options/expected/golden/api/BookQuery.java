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
  /** The parameters as described in the spec; unmodifiable. */
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

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Lists only books of this genre. Omitted if null. */
  public abstract @Nullable Genre genre();

  /** Lists only books by these authors. Omitted if empty. */
  public abstract List<Long> authorId();

  /** {@code sizes}. Omitted if empty. */
  public abstract List<BigDecimal> sizes();

  /** {@code genres}. Omitted if empty. */
  public abstract List<Genre> genres();

  /** Number of books. Omitted if null. */
  public abstract @Nullable Integer take();

  /** {@code rating}. Omitted if null. */
  public abstract @Nullable Double rating();

  /** {@code lent}. Omitted if null; the default is {@code false}. */
  public abstract @Nullable Boolean lent();

  /** {@code since}. Omitted if null. */
  public abstract @Nullable Instant since();

  /** The property to sort by. Omitted if null. */
  @Deprecated
  public abstract @Nullable String defaultValue();

  /** {@code reader_id}. Omitted if null. */
  public abstract @Nullable String readerId();

  /**
   * Appears in the server's log. Omitted if null.
   *
   * @since 1.5.0
   */
  public abstract @Nullable String xRequestId();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param retrofitApi The interface on which to create the call.
   * @param shelfId ID of the shelf.
   * @param api The catalog to list.
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
   * Creates a call with these parameters without sending it.
   *
   * @param retrofitApi The interface on which to create the call.
   * @param shelfId ID of the shelf.
   * @param api The catalog to list.
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

  /** Returns a builder that has the parameters of this object. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects values outside the limits set by the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /**
   * Returns a string that shows enums, numbers, times and IDs, but only the size of everything
   * else.
   */
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

  /** Builds a {@link BookQuery}. Not thread-safe. */
  public static final class Builder extends ImmutableBookQuery.Builder {
    Builder() {}
  }
}
