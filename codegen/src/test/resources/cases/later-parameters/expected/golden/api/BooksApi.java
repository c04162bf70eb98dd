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
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param language Language they are in. Null omits it.
   * @param genre Genre to list. Null omits it.
   * @param year Year they are of. Null omits it.
   * @param xRequestId Stands in the server's log. Null omits it.
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
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param genre Genre to list. Null omits it.
   * @param year Year they are of. Null omits it.
   * @since 1.9.0
   */
  @GET("books")
  Call<@Nullable Void> listBooks(
      @Query("genre") @Nullable String genre, @Query("year") @Nullable Integer year);

  /**
   * Lists books.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param genre Genre to list. Null omits it.
   */
  @GET("books")
  Call<@Nullable Void> listBooks(@Query("genre") @Nullable String genre);
}
