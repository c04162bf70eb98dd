// Generated from "Later parameters" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

/** Everything about books. */
public interface BooksApi {
  /**
   * Lists books.
   *
   * <p>Answers by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param language Language they are in. Null leaves it out.
   * @param genre Genre to list. Null leaves it out.
   * @param year Year they are of. Null leaves it out.
   * @param xRequestId Stands in the server's log. Null leaves it out.
   * @since 1.10.0
   */
  @GET("books")
  Call<@Nullable Void> listBooks(
      @Query("language") @Nullable String language,
      @Query("genre") @Nullable String genre,
      @Query("year") @Nullable Integer year,
      @Header("X-Request-Id") @Nullable String xRequestId);

  /**
   * Lists books.
   *
   * <p>Answers by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param genre Genre to list. Null leaves it out.
   * @param year Year they are of. Null leaves it out.
   * @since 1.9.0
   */
  @GET("books")
  Call<@Nullable Void> listBooks(
      @Query("genre") @Nullable String genre, @Query("year") @Nullable Integer year);

  /**
   * Lists books.
   *
   * <p>Answers by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param genre Genre to list. Null leaves it out.
   */
  @GET("books")
  Call<@Nullable Void> listBooks(@Query("genre") @Nullable String genre);
}
