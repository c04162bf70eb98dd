// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import library.model.Book;
import library.model.Genre;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The optional parameters of {@code listBooks}.
 *
 * <p>Finds books.
 */
@Value.Immutable
public abstract class ListBooksOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ListBooksOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListBooksOptions>named("text", ListBooksOptions::text).build(),
              OptionalParameter.<ListBooksOptions>named("min_pages", ListBooksOptions::minPages)
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("1")
                  .maximum("2147483647")
                  .build(),
              OptionalParameter.<ListBooksOptions>named("after_id", ListBooksOptions::afterId)
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("-9223372036854775808")
                  .maximum("9223372036854775807")
                  .build(),
              OptionalParameter.<ListBooksOptions>named("max_price", ListBooksOptions::maxPrice)
                  .kind(OptionalParameter.Kind.NUMBER)
                  .build(),
              OptionalParameter.<ListBooksOptions>named("min_rating", ListBooksOptions::minRating)
                  .kind(OptionalParameter.Kind.NUMBER)
                  .build(),
              OptionalParameter.<ListBooksOptions>named("published", ListBooksOptions::published)
                  .build(),
              OptionalParameter.<ListBooksOptions>named(
                      "changed_since", ListBooksOptions::changedSince)
                  .build(),
              OptionalParameter.<ListBooksOptions>named("owner", ListBooksOptions::owner).build(),
              OptionalParameter.<ListBooksOptions>named("genre", ListBooksOptions::genre)
                  .choices("novel", "science-fiction", "poem")
                  .build(),
              OptionalParameter.<ListBooksOptions>named("sort", ListBooksOptions::sort).build(),
              OptionalParameter.<ListBooksOptions>named("isbn10", ListBooksOptions::isbn10)
                  .build()));

  ListBooksOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Words in the title. Omitted if null. */
  public abstract @Nullable String text();

  /** {@code min_pages}. Omitted if null; the default is {@code 1}. */
  public abstract @Nullable Integer minPages();

  /** {@code after_id}. Omitted if null. */
  public abstract @Nullable Long afterId();

  /** {@code max_price}. Omitted if null. */
  public abstract @Nullable BigDecimal maxPrice();

  /** {@code min_rating}. Omitted if null. */
  public abstract @Nullable Double minRating();

  /** {@code published}. Omitted if null. */
  public abstract @Nullable LocalDate published();

  /** {@code changed_since}. Omitted if null. */
  public abstract @Nullable Instant changedSince();

  /** {@code owner}. Omitted if null. */
  public abstract @Nullable String owner();

  /** {@code genre}. Omitted if null. */
  public abstract @Nullable Genre genre();

  /** Properties to sort by. Omitted if null; the default is {@code title}. */
  public abstract @Nullable String sort();

  /** The old number. Omitted if null. */
  @Deprecated
  public abstract @Nullable String isbn10();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param available Whether the book is on its shelf.
   */
  public final Call<List<Book>> call(BooksApi api, boolean available) {
    return api.listBooks(
        available,
        text(),
        minPages(),
        afterId(),
        maxPrice(),
        minRating(),
        published(),
        changedSince(),
        owner(),
        genre(),
        sort(),
        isbn10());
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
    return ModelText.of("ListBooksOptions")
        .add("text", text())
        .add("minPages", minPages())
        .add("afterId", afterId())
        .add("maxPrice", maxPrice())
        .add("minRating", minRating())
        .add("published", published())
        .add("changedSince", changedSince())
        .add("owner", owner())
        .add("genre", genre())
        .add("sort", sort())
        .add("isbn10", isbn10())
        .toString();
  }

  /** Builds a {@link ListBooksOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableListBooksOptions.Builder {
    Builder() {}
  }
}
