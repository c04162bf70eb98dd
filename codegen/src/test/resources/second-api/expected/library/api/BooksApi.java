// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import ai.withcortex.core.parameter.Delimited;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import library.model.Book;
import library.model.BookChange;
import library.model.Genre;
import library.model.Rights;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Multipart;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The collection of the library. */
public interface BooksApi {
  /**
   * Adds a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>201 {@code Book}: The book was added. Headers: {@code Location}.
   *   <li>409 {@code Conflict}: The book is on loan.
   *   <li>422 {@code Invalid}: The request is invalid.
   *   <li>other: Any other error.
   * </ul>
   *
   * @param book The book.
   */
  @POST("books")
  Call<Book> addBook(@Body Book book);

  /**
   * Changes some properties of a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Book}: The updated book.
   *   <li>404 {@code Problem}: The book does not exist.
   *   <li>409 {@code Conflict}: The book is on loan.
   *   <li>422 {@code Invalid}: The request is invalid.
   * </ul>
   *
   * @param bookId ID of the book.
   * @param bookChange The properties to change. Omitted properties stay the same, and null clears a
   *     property.
   */
  @Headers("Content-Type: application/merge-patch+json")
  @PATCH("books/{book_id}")
  Call<Book> changeBook(@Path("book_id") String bookId, @Body BookChange bookChange);

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

  /**
   * Returns the books with these IDs.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Map<String, Book>}: The books by ID.
   * </ul>
   *
   * @param ids IDs of the books.
   */
  @GET("books/several/{ids}")
  Call<Map<String, Book>> getSeveralBooks(
      @Path(value = "ids", encoded = true) @Delimited.By(',') Delimited<String> ids);

  /**
   * Checks whether a book exists.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200: The book exists.
   * </ul>
   *
   * @param bookId ID of the book.
   */
  @HEAD("books/{book_id}")
  Call<@Nullable Void> headBook(@Path("book_id") String bookId);

  /**
   * Adds many books.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<String>}: Their IDs, in the same order.
   * </ul>
   *
   * @param book The books.
   */
  @POST("books/import")
  Call<List<String>> importBooks(@Body List<Book> book);

  /**
   * Finds books.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<Book>}: The books.
   * </ul>
   *
   * @param available Whether the book is on its shelf.
   * @param text Words in the title. Omitted if null.
   * @param minPages {@code min_pages}. Omitted if null; the default is {@code 1}.
   * @param afterId {@code after_id}. Omitted if null.
   * @param maxPrice {@code max_price}. Omitted if null.
   * @param minRating {@code min_rating}. Omitted if null.
   * @param published {@code published}. Omitted if null.
   * @param changedSince {@code changed_since}. Omitted if null.
   * @param owner {@code owner}. Omitted if null.
   * @param genre {@code genre}. Omitted if null.
   * @param sort Properties to sort by. Omitted if null; the default is {@code title}.
   * @param isbn10 The old number. Omitted if null. Deprecated.
   */
  @GET("books")
  Call<List<Book>> listBooks(
      @Query("available") boolean available,
      @Query("text") @Nullable String text,
      @Query("min_pages") @Nullable Integer minPages,
      @Query("after_id") @Nullable Long afterId,
      @Query("max_price") @Nullable BigDecimal maxPrice,
      @Query("min_rating") @Nullable Double minRating,
      @Query("published") @Nullable LocalDate published,
      @Query("changed_since") @Nullable Instant changedSince,
      @Query("owner") @Nullable String owner,
      @Query("genre") @Nullable Genre genre,
      @Query("sort") @Nullable String sort,
      @Query("isbn10") @Nullable String isbn10);

  /**
   * Finds books by lists of values.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<Book>}: The books.
   * </ul>
   *
   * @param author Names of authors.
   * @param tag Tags of which books have at least one. Omitted if null.
   * @param id {@code id}. Omitted if null.
   * @param day {@code day}. Omitted if null.
   * @param genre {@code genre}. Omitted if null.
   * @param shelf {@code shelf}. Omitted if null.
   * @param xBranches {@code X-Branches}. Omitted if null.
   */
  @GET("books/lists")
  Call<List<Book>> listBooksByLists(
      @Query(value = "author", encoded = true) @Delimited.By(',') Delimited<String> author,
      @Query("tag") @Nullable List<String> tag,
      @Query(value = "id", encoded = true) @Delimited.By(',') @Nullable Delimited<Long> id,
      @Query("day") @Delimited.By(' ') @Nullable Delimited<LocalDate> day,
      @Query("genre") @Delimited.By('|') @Nullable Delimited<Genre> genre,
      @Query("shelf") @Nullable List<Integer> shelf,
      @Header("X-Branches") @Delimited.By(',') @Nullable Delimited<String> xBranches);

  /**
   * Lists the most frequently borrowed titles.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Map<String, BigDecimal>}: Number of loans of each title.
   * </ul>
   */
  @Deprecated
  @Headers("Accept: application/vnd.library.counts+json")
  @GET("books/popular")
  Call<Map<String, BigDecimal>> listPopularBooks();

  /**
   * Removes a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: The book was removed.
   *   <li>409 {@code Conflict}: The book is on loan.
   * </ul>
   *
   * @param bookId ID of the book.
   */
  @DELETE("books/{book_id}")
  Call<@Nullable Void> removeBook(@Path("book_id") String bookId);

  /**
   * Replaces a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Book}: The updated book.
   * </ul>
   *
   * @param bookId ID of the book.
   * @param ifMatch The version to replace.
   * @param book The book.
   */
  @PUT("books/{book_id}")
  Call<Book> replaceBook(
      @Path("book_id") String bookId, @Header("If-Match") String ifMatch, @Body Book book);

  /**
   * Uploads a cover picture.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: The picture was uploaded.
   *   <li>422 {@code Invalid}: The request is invalid.
   * </ul>
   *
   * @param bookId ID of the book.
   * @param width {@code width}.
   * @param picture A PNG or JPEG file. Create it with {@code
   *     MultipartBody.Part.createFormData("picture", fileName, body)}.
   * @param caption Caption of the picture.
   * @param taken {@code taken}. Omitted if null.
   * @param rights {@code rights}. Omitted if null.
   * @param colors {@code colors}. Omitted if null.
   * @param details {@code details}. Create it with {@code
   *     MultipartBody.Part.createFormData("details", fileName, body)}. Omitted if null.
   */
  @Multipart
  @PUT("books/{book_id}/cover")
  Call<@Nullable Void> uploadCover(
      @Path("book_id") String bookId,
      @Part("width") int width,
      @Part MultipartBody.Part picture,
      @Part("caption") String caption,
      @Part("taken") @Nullable LocalDate taken,
      @Part("rights") @Nullable Rights rights,
      @Part("colors") @Nullable List<String> colors,
      @Part @Nullable List<MultipartBody.Part> details);
}
