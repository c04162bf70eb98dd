// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.Delimited;
import ai.withcortex.core.parameter.OptionalParameter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import library.model.Book;
import library.model.Genre;
import org.immutables.value.Value;
import retrofit2.Call;

/**
 * The optional parameters of {@code listBooksByLists}.
 *
 * <p>Finds books by lists of values.
 */
@Value.Immutable
public abstract class ListBooksByListsOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ListBooksByListsOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListBooksByListsOptions>named("tag", ListBooksByListsOptions::tag)
                  .repeated()
                  .build(),
              OptionalParameter.<ListBooksByListsOptions>named("id", ListBooksByListsOptions::id)
                  .joinedBy(',')
                  .sizes(2, 2147483647)
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("-9223372036854775808")
                  .maximum("9223372036854775807")
                  .build(),
              OptionalParameter.<ListBooksByListsOptions>named("day", ListBooksByListsOptions::day)
                  .joinedBy(' ')
                  .build(),
              OptionalParameter.<ListBooksByListsOptions>named(
                      "genre", ListBooksByListsOptions::genre)
                  .joinedBy('|')
                  .choices("novel", "science-fiction", "poem")
                  .build(),
              OptionalParameter.<ListBooksByListsOptions>named(
                      "shelf", ListBooksByListsOptions::shelf)
                  .repeated()
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("-2147483648")
                  .maximum("2147483647")
                  .build(),
              OptionalParameter.<ListBooksByListsOptions>named(
                      "X-Branches", ListBooksByListsOptions::xBranches)
                  .inHeader()
                  .joinedBy(',')
                  .build()));

  ListBooksByListsOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Tags of which books have at least one. Omitted if empty. */
  public abstract List<String> tag();

  /** {@code id}. Omitted if empty. */
  public abstract List<Long> id();

  /** {@code day}. Omitted if empty. */
  public abstract List<LocalDate> day();

  /** {@code genre}. Omitted if empty. */
  public abstract List<Genre> genre();

  /** {@code shelf}. Omitted if empty. */
  public abstract List<Integer> shelf();

  /** {@code X-Branches}. Omitted if empty. */
  public abstract List<String> xBranches();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param author Names of authors.
   */
  public final Call<List<Book>> call(BooksApi api, Delimited<String> author) {
    return api.listBooksByLists(
        author,
        tag(),
        Delimited.of(id()),
        Delimited.of(day()),
        Delimited.of(genre()),
        shelf(),
        Delimited.of(xBranches()));
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
    return ModelText.of("ListBooksByListsOptions")
        .add("tag", tag())
        .add("id", id())
        .add("day", day())
        .add("genre", genre())
        .add("shelf", shelf())
        .add("xBranches", xBranches())
        .toString();
  }

  /** Builds a {@link ListBooksByListsOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableListBooksByListsOptions.Builder {
    Builder() {}
  }
}
