// Generated from "Operations" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import golden.model.Book;
import golden.model.Genre;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Operations on books. */
public interface BooksApi {
  /**
   * Adds a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: The book was added.
   * </ul>
   *
   * @param shelfId ID of the shelf.
   * @param book The book.
   */
  @Deprecated
  @POST("shelves/{shelf_id}/books")
  Call<@Nullable Void> addBook(@Path("shelf_id") long shelfId, @Body Book book);

  /**
   * Lists the books of a shelf.
   *
   * <p>Returns at most a hundred books.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<Book>}: The books.
   * </ul>
   *
   * @param shelfId ID of the shelf.
   * @param ifModifiedSince The version that the caller already has.
   * @param genre Genres to list. Omitted if null.
   * @param xRequestId Appears in the server's log. Omitted if null.
   */
  @GET("shelves/{shelf_id}/books")
  Call<List<Book>> listBooks(
      @Path("shelf_id") long shelfId,
      @Header("If-Modified-Since") String ifModifiedSince,
      @Query("genre") @Nullable List<Genre> genre,
      @Header("X-Request-Id") @Nullable String xRequestId);
}
