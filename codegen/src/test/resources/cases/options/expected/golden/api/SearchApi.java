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

/** Search operations. */
public interface SearchApi {
  /**
   * Lists the books of a shelf.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: There are no books.
   * </ul>
   *
   * @param shelfId ID of the shelf.
   * @param api The catalog to list.
   * @param genre Lists only books of this genre. Omitted if null.
   * @param authorId Lists only books by these authors. Omitted if null.
   * @param sizes {@code sizes}. Omitted if null.
   * @param genres {@code genres}. Omitted if null.
   * @param take Number of books. Omitted if null.
   * @param rating {@code rating}. Omitted if null.
   * @param lent {@code lent}. Omitted if null; the default is {@code false}.
   * @param since {@code since}. Omitted if null.
   * @param defaultValue The property to sort by. Omitted if null. Deprecated.
   * @param readerId {@code reader_id}. Omitted if null.
   * @param xRequestId Appears in the server's log. Omitted if null.
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
   *   <li>204: There are no books.
   * </ul>
   *
   * @param shelfId ID of the shelf.
   * @param api The catalog to list.
   * @param genre Lists only books of this genre. Omitted if null.
   * @param authorId Lists only books by these authors. Omitted if null.
   * @param sizes {@code sizes}. Omitted if null.
   * @param genres {@code genres}. Omitted if null.
   * @param take Number of books. Omitted if null.
   * @param rating {@code rating}. Omitted if null.
   * @param lent {@code lent}. Omitted if null; the default is {@code false}.
   * @param since {@code since}. Omitted if null.
   * @param defaultValue The property to sort by. Omitted if null. Deprecated.
   * @param readerId {@code reader_id}. Omitted if null.
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
