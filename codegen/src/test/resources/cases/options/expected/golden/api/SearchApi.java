// Generated from "Options" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.parameter.Delimited;
import golden.model.Genre;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What finds anything. */
public interface SearchApi {
  /**
   * Lists the books of a shelf.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param shelfId ID of the shelf.
   * @param api Which of the two catalogues.
   * @param genre Lists only the books of this genre. Null omits it.
   * @param authorId Lists only the books of these authors. Null omits it.
   * @param sizes {@code sizes}. Null omits it.
   * @param genres {@code genres}. Null omits it.
   * @param take Number of books. Null omits it.
   * @param rating {@code rating}. Null omits it.
   * @param lent {@code lent}. Null omits it, which means {@code false}.
   * @param since {@code since}. Null omits it.
   * @param defaultValue What to sort by. Null omits it. Deprecated.
   * @param readerId {@code reader_id}. Null omits it.
   * @param xRequestId Stands in the server's log. Null omits it.
   * @since 1.5.0
   */
  @GET("shelves/{shelf_id}/books")
  Call<@Nullable Void> listBooks(
      @Path("shelf_id") String shelfId,
      @Query("api") String api,
      @Query("genre") @Nullable Genre genre,
      @Query("author_id") @Nullable List<Long> authorId,
      @Query(value = "sizes", encoded = true) @Delimited.By(',')
          @Nullable Delimited<BigDecimal> sizes,
      @Query("genres") @Delimited.By('|') @Nullable Delimited<Genre> genres,
      @Query("take") @Nullable Integer take,
      @Query("rating") @Nullable Double rating,
      @Query("lent") @Nullable Boolean lent,
      @Query("since") @Nullable Instant since,
      @Query("default") @Nullable String defaultValue,
      @Query("reader_id") @Nullable String readerId,
      @Header("X-Request-Id") @Nullable String xRequestId);

  /**
   * Lists the books of a shelf.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param shelfId ID of the shelf.
   * @param api Which of the two catalogues.
   * @param genre Lists only the books of this genre. Null omits it.
   * @param authorId Lists only the books of these authors. Null omits it.
   * @param sizes {@code sizes}. Null omits it.
   * @param genres {@code genres}. Null omits it.
   * @param take Number of books. Null omits it.
   * @param rating {@code rating}. Null omits it.
   * @param lent {@code lent}. Null omits it, which means {@code false}.
   * @param since {@code since}. Null omits it.
   * @param defaultValue What to sort by. Null omits it. Deprecated.
   * @param readerId {@code reader_id}. Null omits it.
   */
  @GET("shelves/{shelf_id}/books")
  Call<@Nullable Void> listBooks(
      @Path("shelf_id") String shelfId,
      @Query("api") String api,
      @Query("genre") @Nullable Genre genre,
      @Query("author_id") @Nullable List<Long> authorId,
      @Query(value = "sizes", encoded = true) @Delimited.By(',')
          @Nullable Delimited<BigDecimal> sizes,
      @Query("genres") @Delimited.By('|') @Nullable Delimited<Genre> genres,
      @Query("take") @Nullable Integer take,
      @Query("rating") @Nullable Double rating,
      @Query("lent") @Nullable Boolean lent,
      @Query("since") @Nullable Instant since,
      @Query("default") @Nullable String defaultValue,
      @Query("reader_id") @Nullable String readerId);
}
