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
  /** What the spec says of each; unmodifiable. */
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

  /** A builder without any parameter. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Language they are in. Null leaves it out.
   *
   * @since 1.10.0
   */
  public abstract @Nullable String language();

  /** Genre to list. Null leaves it out. */
  public abstract @Nullable String genre();

  /**
   * Year they are of. Null leaves it out.
   *
   * @since 1.9.0
   */
  public abstract @Nullable Integer year();

  /**
   * Stands in the server's log. Null leaves it out.
   *
   * @since 1.10.0
   */
  public abstract @Nullable String xRequestId();

  /**
   * Makes the call with these parameters. Sends nothing.
   *
   * @param api The interface that has the method.
   */
  public final Call<@Nullable Void> call(BooksApi api) {
    return api.listBooks(language(), genre(), year(), xRequestId());
  }

  /** A builder with the parameters of this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects what is outside of the limits of the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /** Enums, numbers, times and IDs as they are, of everything else the size. */
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
