// Generated from "Operations" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.Book;
import golden.model.Genre;
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
public abstract class ListBooksOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ListBooksOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListBooksOptions>named("genre", ListBooksOptions::genre)
                  .repeated()
                  .choices("novel", "poem")
                  .build(),
              OptionalParameter.<ListBooksOptions>named(
                      "X-Request-Id", ListBooksOptions::xRequestId)
                  .inHeader()
                  .build()));

  ListBooksOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Genres to list. Omitted if empty. */
  public abstract List<Genre> genre();

  /** Appears in the server's log. Omitted if null. */
  public abstract @Nullable String xRequestId();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param shelfId ID of the shelf.
   * @param ifModifiedSince The version that the caller already has.
   */
  public final Call<List<Book>> call(BooksApi api, long shelfId, String ifModifiedSince) {
    return api.listBooks(shelfId, ifModifiedSince, genre(), xRequestId());
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
        .add("genre", genre())
        .add("xRequestId", xRequestId())
        .toString();
  }

  /** Builds a {@link ListBooksOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableListBooksOptions.Builder {
    Builder() {}
  }
}
