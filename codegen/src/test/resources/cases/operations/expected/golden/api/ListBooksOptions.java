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
  /** What the spec says about each parameter; unmodifiable. */
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

  /** Returns a builder with no parameter set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Genres to list. Empty omits it. */
  public abstract List<Genre> genre();

  /** Stands in the server's log. Null omits it. */
  public abstract @Nullable String xRequestId();

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   * @param shelfId ID of the shelf.
   * @param ifModifiedSince What the caller has already.
   */
  public final Call<List<Book>> call(BooksApi api, long shelfId, String ifModifiedSince) {
    return api.listBooks(shelfId, ifModifiedSince, genre(), xRequestId());
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
        .add("genre", genre())
        .add("xRequestId", xRequestId())
        .toString();
  }

  /** Builds a {@link ListBooksOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableListBooksOptions.Builder {
    Builder() {}
  }
}
