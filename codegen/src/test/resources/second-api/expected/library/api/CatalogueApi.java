// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import library.model.Book;
import library.model.Genre;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Information open to everyone. */
public interface CatalogueApi {
  /**
   * Counts the stock in a place at a given time.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Long}: Number of books.
   * </ul>
   *
   * @param branch {@code branch}.
   * @param genre {@code genre}.
   * @param shelf {@code shelf}.
   * @param serial {@code serial}.
   * @param day {@code day}.
   * @param at {@code at}.
   * @param price {@code price}.
   * @param open {@code open}.
   * @param owner {@code owner}.
   */
  @GET("stock/{branch}/{genre}/{shelf}/{serial}/{day}/{at}/{price}/{open}/{owner}")
  Call<Long> countStock(
      @Path("branch") String branch,
      @Path("genre") Genre genre,
      @Path("shelf") int shelf,
      @Path("serial") long serial,
      @Path("day") LocalDate day,
      @Path("at") Instant at,
      @Path("price") BigDecimal price,
      @Path("open") boolean open,
      @Path("owner") String owner);

  /**
   * Returns a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Book}: The book.
   *   <li>404 {@code Problem}: The book does not exist.
   * </ul>
   *
   * @param bookId ID of the book.
   */
  @GET("books/{book_id}")
  Call<Book> getBook(@Path("book_id") String bookId);
}
