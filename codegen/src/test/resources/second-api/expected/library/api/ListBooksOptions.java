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
  /** What the spec says about each parameter; unmodifiable. */
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

  /** Returns a builder with no parameter set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Words in the title. Null omits it. */
  public abstract @Nullable String text();

  /** {@code min_pages}. Null omits it, which means {@code 1}. */
  public abstract @Nullable Integer minPages();

  /** {@code after_id}. Null omits it. */
  public abstract @Nullable Long afterId();

  /** {@code max_price}. Null omits it. */
  public abstract @Nullable BigDecimal maxPrice();

  /** {@code min_rating}. Null omits it. */
  public abstract @Nullable Double minRating();

  /** {@code published}. Null omits it. */
  public abstract @Nullable LocalDate published();

  /** {@code changed_since}. Null omits it. */
  public abstract @Nullable Instant changedSince();

  /** {@code owner}. Null omits it. */
  public abstract @Nullable String owner();

  /** {@code genre}. Null omits it. */
  public abstract @Nullable Genre genre();

  /** Properties to sort by. Null omits it, which means {@code title}. */
  public abstract @Nullable String sort();

  /** The old number. Null omits it. */
  @Deprecated
  public abstract @Nullable String isbn10();

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   * @param available Whether it stands on its shelf.
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

  /** Builds a {@link ListBooksOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableListBooksOptions.Builder {
    Builder() {}
  }
}
