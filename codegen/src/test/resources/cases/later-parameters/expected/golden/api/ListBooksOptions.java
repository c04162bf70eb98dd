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
  /** What the spec says about each parameter; unmodifiable. */
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

  /** Returns a builder with no parameter set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Language they are in. Null omits it.
   *
   * @since 1.10.0
   */
  public abstract @Nullable String language();

  /** Genre to list. Null omits it. */
  public abstract @Nullable String genre();

  /**
   * Year they are of. Null omits it.
   *
   * @since 1.9.0
   */
  public abstract @Nullable Integer year();

  /**
   * Stands in the server's log. Null omits it.
   *
   * @since 1.10.0
   */
  public abstract @Nullable String xRequestId();

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   */
  public final Call<@Nullable Void> call(BooksApi api) {
    return api.listBooks(language(), genre(), year(), xRequestId());
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
        .add("language", language())
        .add("genre", genre())
        .add("year", year())
        .add("xRequestId", xRequestId())
        .toString();
  }

  /** Builds a {@link ListBooksOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableListBooksOptions.Builder {
    Builder() {}
  }
}
