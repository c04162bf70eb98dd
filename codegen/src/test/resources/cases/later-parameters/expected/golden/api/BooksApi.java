// Generated from "Later parameters" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

/** Operations on books. */
public interface BooksApi {
  /**
   * Lists books.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: There are no books.
   * </ul>
   *
   * @param language Language of the books. Omitted if null.
   * @param genre Genre to list. Omitted if null.
   * @param year Year of publication. Omitted if null.
   * @param xRequestId Appears in the server's log. Omitted if null.
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
   *   <li>204: There are no books.
   * </ul>
   *
   * @param genre Genre to list. Omitted if null.
   * @param year Year of publication. Omitted if null.
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
   *   <li>204: There are no books.
   * </ul>
   *
   * @param genre Genre to list. Omitted if null.
   */
  @GET("books")
  Call<@Nullable Void> listBooks(@Query("genre") @Nullable String genre);
}
