// Generated from "Later parameters" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The optional parameters of {@code listBooks}.
 *
 * <p>Lists books.
 */
@Value.Immutable
public abstract class ListBooksOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ListBooksOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListBooksOptions>named("language", ListBooksOptions::language)
                  .build(),
              OptionalParameter.<ListBooksOptions>named("genre", ListBooksOptions::genre).build(),
              OptionalParameter.<ListBooksOptions>named("year", ListBooksOptions::year)
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("-2147483648")
                  .maximum("2147483647")
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

  /**
   * Language of the books. Omitted if null.
   *
   * @since 1.10.0
   */
  public abstract @Nullable String language();

  /** Genre to list. Omitted if null. */
  public abstract @Nullable String genre();

  /**
   * Year of publication. Omitted if null.
   *
   * @since 1.9.0
   */
  public abstract @Nullable Integer year();

  /**
   * Appears in the server's log. Omitted if null.
   *
   * @since 1.10.0
   */
  public abstract @Nullable String xRequestId();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   */
  public final Call<@Nullable Void> call(BooksApi api) {
    return api.listBooks(language(), genre(), year(), xRequestId());
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
        .add("language", language())
        .add("genre", genre())
        .add("year", year())
        .add("xRequestId", xRequestId())
        .toString();
  }

  /** Builds a {@link ListBooksOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableListBooksOptions.Builder {
    Builder() {}
  }
}
